/** What servers there are, and what can come of asking one. */
const PROBLEM = 'urn:customerconnect:problem:';

/**
 * What the server that gave the portal says of its surroundings: `issuer` and `clientId` of the
 * sign-in, and `api`, the base URL of the API (empty where it is the portal's own origin).
 */
export const settings = {};

export async function loadSettings() {
  Object.assign(settings, await read('settings.json'));
}

/** A server said no; `kind` is the slug of the problem's type, `field` the field at fault. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? body.title ?? `status ${status}`);
    this.status = status;
    this.kind = (body.type ?? '').replace(PROBLEM, '');
    this.field = body.field;
  }
}

/** No server could be reached; `offline` says that the device had no network. */
export class Unreachable extends Error {
  offline = !navigator.onLine;
}

/** As `fetch`, and says so where there is no way to the server. */
export async function reach(url, options) {
  try {
    return await fetch(url, options);
  } catch (failure) {
    throw failure.name === 'AbortError' ? failure : new Unreachable(failure.message);
  }
}

/** A file's JSON. */
export async function read(url) {
  const answer = await reach(url);
  if (!answer.ok) {
    throw new Problem(answer.status);
  }
  return answer.json();
}
