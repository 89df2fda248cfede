const DATA_ADDRESS = /^data:[^,]*?(?<base64>;base64)?,(?<content>[^]*)$/iu;

/** Returns what is in an address with the scheme `data`; undefined of another one. */
export function readDataAddress(address: string): Buffer | undefined {
  const data = DATA_ADDRESS.exec(address)?.groups;
  if (!data) return undefined;
  // A `%` that begins no escape stands for itself.
  const text = (data['content'] ?? '').replaceAll(/(?:%[\da-f]{2})+/giu, (each) =>
    Buffer.from(each.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  return Buffer.from(text, data['base64'] === undefined ? 'utf8' : 'base64');
}
