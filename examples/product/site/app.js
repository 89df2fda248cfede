/** The made-up product of this example: four views, told apart by the address. */
const RETURNS = [
  { order: 'NL-20418', name: 'Tomas Lindqvist', item: 'Trail jacket, M', reason: 'Too small', amount: 189, state: 'waiting' },
  { order: 'NL-20415', name: 'Aiko Tanabe', item: 'Merino socks, 3 pairs', reason: 'Changed my mind', amount: 42, state: 'waiting' },
  { order: 'NL-20409', name: 'Samuel Boateng', item: 'Two-person tent', reason: 'Damaged', amount: 329, state: 'waiting' },
  { order: 'NL-20397', name: 'Clara Moreau', item: 'Headlamp 400', reason: 'Not as pictured', amount: 64.9, state: 'moving' },
  { order: 'NL-20371', name: 'Leila Haddad', item: 'Down blanket', reason: 'Changed my mind', amount: 119, state: 'refunded' },
];
const STATES = { waiting: 'To approve', moving: 'On its way', refunded: 'Refunded' };
const WEEKS = [9.2, 8.8, 9, 8.1, 7.4, 6.9, 5.2, 4.4, 3.6, 3, 2.2, 1.7, 1.4];

const find = (id) => document.getElementById(id);
const initials = (name) => name.split(' ').map(([first]) => first).join('');
const hue = (name) => [...name].reduce((sum, each) => sum + each.charCodeAt(0) * 7, 0) % 360;
const euros = (amount) => `€ ${amount.toLocaleString('en', { minimumFractionDigits: 2 })}`;

let approving;

function drawRows() {
  find('rows').replaceChildren(
    ...RETURNS.map((each) => {
      const row = document.createElement('tr');
      row.innerHTML = `<td class="order">${each.order}</td><td><span class="avatar" style="--hue: ${hue(each.name)}">${initials(each.name)}</span>${each.name}</td>
        <td>${each.item}</td><td class="muted">${each.reason}</td><td class="number">${euros(each.amount)}</td><td><span class="pill pill--${each.state}">${STATES[each.state]}</span></td>`;
      row.addEventListener('click', () => openApproval(each));
      return row;
    }),
  );
}

function openApproval(each) {
  approving = each;
  Object.assign(find('approve-avatar'), { textContent: initials(each.name) }).style.setProperty('--hue', hue(each.name));
  find('approve-who').textContent = `${each.name} · ${each.order}`;
  find('approve-item').textContent = each.item;
  find('approve-reason').textContent = each.reason;
  find('amount').value = euros(each.amount);
  find('note').value = 'Sorry that it did not fit. The money is on its way.';
  find('approve').showModal();
  document.activeElement.blur();
}

function drawChart() {
  const x = (week) => 50 + week * 74;
  const y = (days) => 258 - days * 24;
  const points = WEEKS.map((days, week) => `${x(week)},${y(days).toFixed(1)}`);
  const lines = [0, 3, 6, 9].map(
    (days) => `<line class="grid" x1="50" x2="938" y1="${y(days)}" y2="${y(days)}"/><text class="axis" x="34" y="${y(days) + 5}" text-anchor="end">${days}</text>`,
  );
  const weeks = WEEKS.map((_, week) => (week % 2 === 0 ? `<text class="axis" x="${x(week)}" y="290" text-anchor="middle">W${week + 10}</text>` : ''));
  find('chart').innerHTML = `<defs><linearGradient id="fade" x2="0" y2="1"><stop stop-color="#17a673" stop-opacity=".35"/><stop offset="1" stop-color="#17a673" stop-opacity="0"/></linearGradient></defs>
    ${lines.join('')}${weeks.join('')}
    <line class="since" x1="${x(5)}" x2="${x(5)}" y1="22" y2="258"/><text class="since-label" x="${x(5) + 10}" y="36">Rules switched on</text>
    <polygon points="50,258 ${points.join(' ')} 938,258" fill="url(#fade)"/><polyline class="curve" points="${points.join(' ')}"/>
    <circle class="dot" cx="${x(12)}" cy="${y(1.4)}" r="7"/>`;
}

function show(view) {
  find('sign-in').hidden = view !== 'sign-in';
  find('app').hidden = view === 'sign-in';
  for (const name of ['returns', 'insights']) find(name).hidden = name !== view;
  for (const link of document.querySelectorAll('.side a')) link.toggleAttribute('aria-current', link.dataset.view === view);
  document.title = `${{ 'sign-in': 'Sign in', returns: 'Returns', insights: 'Insights' }[view]} · Fernway`;
  history.replaceState(null, '', `/${view}`);
}

find('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  show('returns');
});
document.querySelector('.side').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  if (link.dataset.view) show(link.dataset.view);
  find('toast').hidden = true;
});
find('approve').addEventListener('close', ({ target }) => {
  if (target.returnValue !== 'approve') return;
  approving.state = 'refunded';
  find('to-approve').textContent = find('open-count').textContent = '2';
  find('refunded').textContent = `€ ${(8214 + approving.amount).toLocaleString('en')}`;
  find('toast').lastElementChild.textContent = `${euros(approving.amount)} is on its way to ${approving.name}`;
  find('toast').hidden = false;
  drawRows();
});
drawRows();
drawChart();
show('sign-in');
