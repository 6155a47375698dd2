  // --- the badge, in a shadow tree of its own that the page cannot look into

  const STYLE = /*STYLE*/'';
  const shown = {};
  let message = '';
  let warned = [];

  function say(text) {
    message = text;
    show();
  }

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    Object.assign(made, properties);
    made.append(...children);
    return made;
  }

  function build() {
    const host = document.createElement('worthwhile-companion');
    const root = host.attachShadow({ mode: 'closed' });
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } catch (olderBrowser) {
      root.append(element('style', { textContent: STYLE }));
    }
    shown.pill = element('button', { className: 'pill', type: 'button' });
    shown.panel = element('section', { className: 'panel', id: 'panel', hidden: true });
    shown.pill.setAttribute('aria-controls', 'panel');
    shown.panel.setAttribute('aria-label', 'Worthwhile companion');
    shown.pill.addEventListener('click', () => {
      shown.panel.hidden = !shown.panel.hidden;
      show();
    });
    shown.panel.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      shown.panel.hidden = true;
      shown.pill.focus();
      show();
    });
    shown.status = element('p', {});
    shown.status.setAttribute('role', 'status');
    shown.warned = element('ul', { className: 'warned', hidden: true });
    shown.panel.append(element('h2', { textContent: 'Worthwhile companion' }), shown.status, shown.warned);
    shown.switches = here.map(source => switchOf(source));
    if (here.some(source => source.save)) shown.panel.append(form(here.find(source => source.save)));
    shown.panel.append(tokenForm(), about());
    root.append(element('div', { className: 'box' }, shown.panel, shown.pill));
    document.documentElement.append(host);
    show();
  }

  function switchOf(source) {
    const box = element('input', { type: 'checkbox', checked: true });
    box.setAttribute('role', 'switch');
    box.addEventListener('change', () => turn(source, box.checked));
    const what = source.forwards ? 'Share the tasks that ' + source.name + ' shows me' : 'Tasks of ' + source.name + ' can be saved by hand';
    const count = element('p', { className: 'quiet' });
    if (source.forwards) shown.panel.append(element('label', { className: 'switch' }, box, what), count);
    else shown.panel.append(element('p', { textContent: what }), count);
    return { source, box, count };
  }

  function field(name, text, properties) {
    const input = element('input', Object.assign({ name, id: 'field-' + name, autocomplete: 'off' }, properties));
    const label = element('label', { textContent: text, htmlFor: 'field-' + name });
    return { input, parts: [label, input] };
  }

  function form(source) {
    const title = field('title', 'Title', { required: true, minLength: 3, maxLength: 300 });
    const pay = field('pay', 'Pay with currency, such as £1.50', { maxLength: 60 });
    const minutes = field('minutes', 'Minutes that the page says it takes', { type: 'number', min: '0.1', step: 'any' });
    const link = field('link', 'Link', { type: 'url', required: true });
    const made = element('form', {}, ...[title, pay, minutes, link].flatMap(each => each.parts),
      element('button', { className: 'go', textContent: 'Save this task' }));
    const box = element('details', {}, element('summary', { textContent: 'Save this task' }), made);
    box.addEventListener('toggle', () => {
      if (!box.open) return;
      const heading = document.querySelector('h1');
      if (!title.input.value && heading) title.input.value = heading.textContent.trim().slice(0, 300);
      if (!link.input.value) link.input.value = bare(source, location.href) || '';
    });
    made.addEventListener('submit', event => {
      event.preventDefault();
      const task = { title: title.input.value.trim(), url: bare(source, link.input.value) };
      if (pay.input.value.trim()) task.pay = pay.input.value.trim();
      if (minutes.input.value) task.minutes = Number(minutes.input.value);
      enqueue(source, { task, seenAt: new Date().toISOString() });
      made.reset();
      box.open = false;
    });
    return box;
  }

  function tokenForm() {
    const token = field('token', 'Access token', { type: 'password' });
    const made = element('form', {}, ...token.parts,
      element('p', { className: 'quiet', textContent: 'Only needed where Worthwhile asks for one. Empty takes it away.' }),
      element('button', { className: 'go', textContent: 'Keep this token' }));
    made.addEventListener('submit', async event => {
      event.preventDefault();
      const text = token.input.value.trim();
      await (text ? manager.set('token', text) : manager.remove('token'));
      token.input.value = '';
      again = 0;
      say(text ? 'The token is kept in this browser.' : 'The token is taken away.');
      deliver();
    });
    return element('details', {}, element('summary', { textContent: 'Access token' }), made);
  }

  function warning(each) {
    const link = element('a', { href: CONFIG.instance + '/tasks/' + encodeURIComponent(each.id), target: '_blank', rel: 'noopener noreferrer', textContent: each.title });
    return element('p', {}, element('strong', { textContent: each.severity === 'danger' ? 'Danger: ' : 'Caution: ' }), link, ': ' + each.text);
  }

  function about() {
    const link = element('a', { href: CONFIG.instance + '/companion', target: '_blank', rel: 'noopener noreferrer' }, 'What is sent, and what never is');
    return element('p', {}, link);
  }

  async function show() {
    if (!shown.pill) return;
    const left = (await waiting()).length;
    let on = false;
    let total = 0;
    for (const each of shown.switches) {
      const isIt = await isOn(each.source);
      const shared = await manager.get('shared.' + each.source.id, 0);
      each.box.checked = isIt;
      each.count.textContent = shared + (shared === 1 ? ' task' : ' tasks') + ' shared so far from this browser.';
      on = on || isIt;
      total += shared;
    }
    const state = on ? String(total) : 'off';
    shown.pill.textContent = 'Worthwhile: ' + state + (left ? ' (' + left + ' waiting)' : '') + (warned.length ? ' – careful: ' + warned.length + ' warned of' : '');
    shown.pill.classList.toggle('careful', warned.length > 0);
    shown.warned.hidden = warned.length === 0;
    shown.warned.replaceChildren(...warned.slice(0, 10).map(each => element('li', {}, warning(each))));
    shown.pill.classList.toggle('off', !on);
    shown.pill.setAttribute('aria-expanded', String(!shown.panel.hidden));
    shown.status.textContent = message || (on ? 'Sharing is on.' : 'Sharing is off; nothing leaves this page.');
  }
