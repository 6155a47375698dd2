// Stands in for a userscript manager: its values live outside the page, its requests leave from outside the page.
(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, Object.assign({}, options, { mode: 'open' }));
  };
  window.GM = {
    getValue: async (name, other) => {
      const text = await window.managerGet(name);
      return text == null ? other : JSON.parse(text);
    },
    setValue: (name, value) => window.managerSet(name, JSON.stringify(value)),
    deleteValue: name => window.managerSet(name, null),
    listValues: () => window.managerNames(),
    xmlHttpRequest: details => {
      window.managerRequest(details.method, details.url, JSON.stringify(details.headers), details.data).then(done =>
        done == null ? details.onerror() : details.onload({ status: done.status, responseText: done.text })
      );
    }
  };
})();
