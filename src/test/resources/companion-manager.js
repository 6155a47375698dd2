// Stands in for a userscript manager: its values live outside the page, its requests leave from outside the page.
(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, Object.assign({}, options, { mode: 'open' }));
  };
  // A browser that is closed while the manager answers loses the answer: at rest none is under way.
  let resting = false;
  const underWay = new Set();
  const ask = (name, ...args) => {
    if (resting) return new Promise(() => {});
    const call = window[name](...args);
    underWay.add(call);
    call.finally(() => underWay.delete(call));
    return call;
  };
  window.managerRest = () => {
    resting = true;
    return Promise.allSettled([...underWay]);
  };
  window.GM = {
    getValue: async (name, other) => {
      const text = await ask('managerGet', name);
      return text == null ? other : JSON.parse(text);
    },
    setValue: (name, value) => ask('managerSet', name, JSON.stringify(value)),
    deleteValue: name => ask('managerSet', name, null),
    listValues: () => ask('managerNames'),
    xmlHttpRequest: details => {
      ask('managerRequest', details.method, details.url, JSON.stringify(details.headers), details.data).then(done =>
        done == null ? details.onerror() : details.onload({ status: done.status, responseText: done.text })
      );
    }
  };
})();
