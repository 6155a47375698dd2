// Passes on to your own Worthwhile what a platform's page has already shown you: the tasks, never you.
//
// What it does NOT do, so that you can check it here:
//   it asks the platform for nothing by itself (the only address it sends to is CONFIG.instance);
//   it does not look at what the page sends: no headers, no tokens, no cookies, no storage of the page;
//   it changes nothing on the page and clicks nothing; all it adds is its own badge;
//   of an answer it sends only the values that Worthwhile reads (CONFIG.sources[].reads), of a page only
//   the elements that are named (take), of an address only the parameters that are named (query).
(function () {
  'use strict';

  const CONFIG = /*CONFIG*/null;
  const QUEUE = 'queue.';
  const MOST_WAITING = 50;
  const LARGEST = 900000;
  const SAME_AGAIN_MS = 10 * 60 * 1000;
  const RETRY_MS = 30 * 1000;

  const page = typeof unsafeWindow === 'undefined' ? window : unsafeWindow;
  const here = CONFIG.sources.filter(source => matches(source.on, location));
  if (here.length === 0 || window.top !== window.self) return;

  // --- what the userscript manager offers, in its older or newer spelling

  const manager = {
    get: (name, other) =>
      typeof GM_getValue === 'function' ? Promise.resolve(GM_getValue(name, other)) : GM.getValue(name, other),
    set: (name, value) =>
      typeof GM_setValue === 'function' ? Promise.resolve(GM_setValue(name, value)) : GM.setValue(name, value),
    remove: name =>
      typeof GM_deleteValue === 'function' ? Promise.resolve(GM_deleteValue(name)) : GM.deleteValue(name),
    names: () =>
      typeof GM_listValues === 'function' ? Promise.resolve(GM_listValues()) : GM.listValues(),
    request: details =>
      (typeof GM_xmlhttpRequest === 'function' ? GM_xmlhttpRequest : GM.xmlHttpRequest)(details)
  };

  // --- addresses

  function matches(patterns, url) {
    const plain = url.origin + url.pathname;
    return patterns.some(pattern => new RegExp(pattern).test(plain));
  }

  /** The address without fragment and without parameters that may say who looks. */
  function bare(source, address) {
    const url = new URL(address, location.href);
    if (url.protocol !== 'https:') return null;
    const kept = new URLSearchParams();
    for (const [name, value] of url.searchParams) if (source.query.includes(name)) kept.append(name, value);
    const query = kept.toString();
    return url.origin + url.pathname + (query ? '?' + query : '');
  }

  // --- JSON: only the values that are read

  function values(root, steps) {
    let found = [root];
    for (const step of steps)
      found = found.flatMap(value => {
        if (value === null || typeof value !== 'object') return [];
        if (step === '*') return Object.values(value);
        return Object.hasOwn(value, step) ? [value[step]] : [];
      });
    return found;
  }

  /** Takes out the rows that Worthwhile leaves out in any case, such as confidential ones. */
  function withoutLeftOut(root, places) {
    for (const { steps, leaveOut } of places)
      for (const rows of values(root, steps))
        if (Array.isArray(rows))
          for (const { steps: to, matches: pattern } of leaveOut) {
            const left = rows.filter(row => !values(row, to).some(value => new RegExp(pattern, 'i').test(String(value))));
            rows.splice(0, rows.length, ...left);
          }
    return root;
  }

  /** Whether there is a list with something in it; an answer that is one object itself is none. */
  function hasRows(root, places) {
    const filled = value => value !== null && typeof value === 'object' && Object.keys(value).length > 0;
    return places
      .filter(({ steps }) => steps.length > 0 || Array.isArray(root))
      .some(({ steps }) => values(root, steps).some(rows => filled(rows) && Object.values(rows).some(filled)));
  }

  function prune(value, reads, drop) {
    if (Array.isArray(value)) {
      const inside = reads['*'] ? Object.assign({}, reads, reads['*']) : reads;
      return value.map(each => prune(each, inside, drop)).filter(each => each !== undefined);
    }
    if (value === null || typeof value !== 'object') return reads[''] ? value : undefined;
    const kept = {};
    for (const name of Object.keys(value)) {
      const below = reads[name] || reads['*'];
      if (!below || drop.includes(name)) continue;
      const part = prune(value[name], below, drop);
      if (part !== undefined) kept[name] = part;
    }
    return kept;
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (notJson) {
      return undefined;
    }
  }

  // --- pages: only the elements that are taken, and the names of what stands around them

  const NEVER = 'script,style,link,meta,iframe,object,embed,noscript,template,img,svg,video,audio,input,textarea,select';

  function skeleton(source, root) {
    const taken = new Set();
    for (const selector of source.take) for (const element of root.querySelectorAll(selector)) taken.add(element);
    if (taken.size === 0) return null;
    const around = new Set();
    for (const element of taken)
      for (let parent = element.parentElement; parent; parent = parent.parentElement) around.add(parent);
    const made = document.implementation.createHTMLDocument('');
    const body = made.body;
    for (const child of root.body.children) {
      const part = copy(source, child, taken, around, made);
      if (part) body.append(part);
    }
    return '<!DOCTYPE html>' + made.documentElement.outerHTML;
  }

  function copy(source, element, taken, around, made) {
    if (taken.has(element)) return whole(source, element, made);
    if (!around.has(element)) return null;
    const shell = made.createElement(element.localName);
    for (const name of ['class', 'id'])
      if (element.hasAttribute(name)) shell.setAttribute(name, element.getAttribute(name));
    for (const child of element.children) {
      const part = copy(source, child, taken, around, made);
      if (part) shell.append(part);
    }
    return shell;
  }

  function whole(source, element, made) {
    if (element.matches(NEVER) || source.drop.elements.some(selector => element.matches(selector))) return null;
    const clean = made.createElement(element.localName);
    for (const name of source.attributes) attribute(source, element, name, clean);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) clean.append(child.data);
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const part = whole(source, child, made);
        if (part) clean.append(part);
      }
    }
    return clean;
  }

  function attribute(source, from, name, to) {
    if (!from.hasAttribute(name)) return;
    const embedded = source.embedded.filter(each => each.attr === name && from.matches(each.css));
    const isJson = source.embedded.some(each => each.attr === name);
    if (name === 'href') {
      const address = bare(source, from.getAttribute('href'));
      if (address) to.setAttribute('href', address);
    } else if (!isJson) {
      to.setAttribute(name, from.getAttribute(name));
    } else if (embedded.length > 0) {
      const value = parsed(from.getAttribute(name));
      if (value !== undefined)
        to.setAttribute(name, JSON.stringify(prune(value, embedded[0].reads, source.drop.keys)));
    }
  }

  // --- what the page loads: only looked at when it has come

  function watch() {
    const look = (address, status, text) => quietly(() => arrived(address, status, text));
    replace(() => page, 'fetch', fetched => function () {
      const answer = fetched.apply(this, arguments);
      Promise.resolve(answer).then(response => look(response.url, response.status, () => response.clone().text())).catch(() => {});
      return answer;
    });
    replace(() => page.XMLHttpRequest.prototype, 'send', send => function () {
      quietly(() => this.addEventListener('load', () => look(this.responseURL, this.status, () => textOf(this))));
      return send.apply(this, arguments);
    });
  }

  /** Puts another function in a function's place, where the page and the manager let one. */
  function replace(owner, name, other) {
    quietly(() => {
      const old = owner()[name];
      if (typeof old === 'function') owner()[name] = other(old);
    });
  }

  /** Does what may fail without the page noticing: its requests, and the badge, go on. */
  function quietly(work) {
    try {
      work();
    } catch (kept) {
      // What cannot be looked at is the page's all the same.
    }
  }

  function textOf(request) {
    if (request.responseType === '' || request.responseType === 'text') return Promise.resolve(request.responseText);
    return Promise.resolve(request.responseType === 'json' ? JSON.stringify(request.response) : '');
  }

  function arrived(address, status, text) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url) return;
    for (const source of here)
      if (matches(source.responses, url)) text().then(body => answer(source, url, status, body), () => {});
  }

  async function answer(source, url, status, body) {
    const root = body.length > 5 * LARGEST ? undefined : parsed(body);
    if (root === undefined || !(await isOn(source))) return;
    const ok = status >= 200 && status < 300 && hasRows(withoutLeftOut(root, source.rows), source.rows);
    const gone = !ok && isGone(source, url, root);
    if (!ok && !gone) return;
    const kept = prune(root, ok ? source.reads : source.gone.reads, source.drop.keys);
    if (ok && !hasRows(kept, source.rows)) return;
    forward(source, bare(source, url), status, 'application/json', JSON.stringify(kept));
  }

  function isGone(source, url, root) {
    return (
      source.task !== null &&
      new RegExp(source.task).test(bare(source, url)) &&
      source.gone.marks.some(mark => values(root, mark.steps).some(value => String(value) === mark.equals))
    );
  }

  async function readPage() {
    for (const source of here) {
      if (!matches(source.pages, location) || !(await isOn(source))) continue;
      const html = skeleton(source, document);
      if (html) forward(source, bare(source, location.href), 200, 'text/html', html);
    }
  }

  // --- the queue

  const lately = new Map();

  function forward(source, url, status, contentType, body) {
    const last = lately.get(url);
    if (last && last.body === body && Date.now() - last.at < SAME_AGAIN_MS) return;
    lately.set(url, { body, at: Date.now() });
    enqueue(source, { url, status, contentType, body, seenAt: new Date().toISOString() });
  }

  async function enqueue(source, payload) {
    const text = JSON.stringify(payload);
    if (text.length > LARGEST) return say('This page is too large to be shared.');
    const names = await waiting();
    for (const name of names.slice(0, Math.max(0, names.length + 1 - MOST_WAITING))) await manager.remove(name);
    const random = Math.random().toString(36).slice(2, 10);
    await manager.set(QUEUE + Date.now() + '.' + random, JSON.stringify({ source: source.id, text }));
    await deliver();
  }

  async function waiting() {
    return (await manager.names()).filter(name => name.startsWith(QUEUE)).sort();
  }

  let delivering = false;
  let again = 0;

  async function deliver() {
    if (delivering || Date.now() < again) return show();
    delivering = true;
    try {
      for (let left = await waiting(); left.length > 0; left = await waiting())
        if (!(await deliverOne(left[0]))) break;
    } finally {
      delivering = false;
    }
    show();
  }

  /** Delivers one; answers whether the next may be tried. */
  async function deliverOne(name) {
    const item = parsed(await manager.get(name, ''));
    if (!item) {
      await manager.remove(name);
      return true;
    }
    const answered = await post('/api/v1/companion/' + encodeURIComponent(item.source), item.text);
    if (answered.status === 0 || answered.status >= 500 || answered.status === 408 || answered.status === 429) {
      again = Date.now() + (answered.status === 429 ? answered.wait : RETRY_MS / 2);
      say(answered.status === 0 ? 'Worthwhile cannot be reached; it is kept for later.' : 'Worthwhile is busy; it is kept for later.');
      return false;
    }
    if (answered.status === 401 || answered.status === 403) {
      again = Date.now() + RETRY_MS / 2;
      say('Worthwhile wants an access token: paste one below.');
      return false;
    }
    await manager.remove(name);
    const body = parsed(answered.text) || {};
    if (answered.status >= 400) say('Not taken: ' + (body.detail || 'status ' + answered.status));
    else await counted(item.source, body);
    return true;
  }

  async function counted(id, body) {
    const number = (body.ids || []).length;
    await manager.set('shared.' + id, (await manager.get('shared.' + id, 0)) + number);
    warned = body.warned || [];
    say(body.message ? body.message : body.outcome === 'saved' ? 'The task is saved.' : number + (number === 1 ? ' task' : ' tasks') + ' shared just now.');
  }

  async function post(path, text) {
    const token = await manager.get('token', '');
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    if (token) headers.Authorization = 'Bearer ' + token;
    return new Promise(resolve => {
      const failed = () => resolve({ status: 0, text: '', wait: RETRY_MS });
      manager.request({
        method: 'POST',
        url: CONFIG.instance + path,
        headers,
        data: text,
        anonymous: true,
        timeout: 20000,
        onload: done => resolve({ status: done.status, text: done.responseText || '', wait: RETRY_MS }),
        onerror: failed,
        ontimeout: failed,
        onabort: failed
      });
    });
  }

  // --- the switch

  async function isOn(source) {
    return !(await manager.get('off.' + source.id, false));
  }

  async function turn(source, on) {
    await (on ? manager.remove('off.' + source.id) : manager.set('off.' + source.id, true));
    if (!on)
      for (const name of await waiting())
        if ((parsed(await manager.get(name, '')) || {}).source === source.id) await manager.remove(name);
    lately.clear();
    say(on ? 'Sharing is on.' : 'Sharing is off; nothing leaves this page.');
    if (on) readPage();
  }

  /*BADGE*/

  // --- start

  watch();
  function begin() {
    build();
    readPage();
    deliver();
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
  window.addEventListener('load', readPage, { once: true });
  window.addEventListener('online', () => { again = 0; deliver(); });
  setInterval(deliver, RETRY_MS);
})();
