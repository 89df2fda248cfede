# #region loose
def total(cart):
    return sum(item["price"] for item in cart["items"])
# #endregion


# #region typed
@dataclass
class Item:
    price: int
    quantity: int


def total(items: list[Item]) -> int:
    return sum(item.price * item.quantity for item in items)
# #endregion
