import path from 'node:path';

/**
 * The address at which VS Code opens a folder.
 * @param {number} port where the server listens
 * @param {string} [folder] a path on the server, or the URI of a virtual folder
 * @param {[string, string][]} [payload] what VS Code is told besides, e.g. the extension under development
 */
export function workbenchAddress(port, folder, payload) {
  const query = [];
  // Slashes stay as they are: a person reads this address.
  if (folder) query.push(`folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}`);
  if (payload) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return `http://127.0.0.1:${port}/${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Payload that loads an extension, and optionally its tests, into the Node extension host. */
export function nodeHostPayload(port, { extensionDevelopmentPath, extensionTestsPath }) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const payload = [['skipWelcome', 'true']];
  if (extensionDevelopmentPath) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  return payload;
}

/**
 * Loads an extension, and optionally its tests, into the browser's extension host. VS Code has no address
 * parameter for that, so its page is given the extension in the configuration element that it reads at start.
 */
export async function useBrowserHost(page, port, { extensionDevelopmentPath, extensionTestsPath }) {
  const root = path.resolve(extensionDevelopmentPath);
  const prefix = '/__extension';
  const uri = (file) => ({
    scheme: 'http',
    authority: `127.0.0.1:${port}`,
    path: prefix + (file ? `/${path.relative(root, file)}` : ''),
  });

  await page.context().route(
    (url) => url.pathname.startsWith(`${prefix}/`),
    (route) => {
      const file = path.join(
        root,
        decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length)),
      );
      return route.fulfill({ path: file }).catch(() => route.fulfill({ status: 404 }));
    },
  );
  const additions = {
    extensions: [uri()],
    ...(extensionTestsPath && { extensionTestsPath: uri(path.resolve(extensionTestsPath)) }),
  };
  await page.addInitScript((added) => {
    const getAttribute = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = getAttribute.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const configuration = JSON.parse(value);
      Object.assign(configuration.developmentOptions, added);
      return JSON.stringify(configuration);
    };
  }, additions);
}
