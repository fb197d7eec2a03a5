/**
 * Signing in by OpenID Connect: the authorization code flow with PKCE (RFC 7636), as a public
 * client. The tokens live as long as the browser's tab.
 *
 * The API is called with the ID token: its claims say which account the user belongs to, and its
 * audience is the portal.
 */
import { forgetDrafts } from './drafts.js';
import { Problem, reach, read, settings } from './servers.js';

const TOKENS = 'sign-in.tokens';
const STARTED = 'sign-in.started';
const SCOPE = 'openid email profile';

/** A token that ends within this time is renewed before it is used. */
const LEEWAY = 30_000;

/** There is no sign-in, or it has ended and cannot be renewed. */
export class SignedOut extends Error {}

let discovery;
let renewal;

/** Whether the user is one of the network's support staff. */
export function isSupport() {
  return (user()?.['cognito:groups'] ?? []).includes('support');
}

/** Who is signed in, by the claims of the ID token; nothing when nobody is. */
export function user() {
  const stored = tokens();
  return stored && claims(stored.idToken);
}

/** Leads to the sign-in page, and afterwards back to where the user is. */
export async function signIn(returnTo = location.hash) {
  const started = { state: random(), nonce: random(), verifier: random(), returnTo };
  sessionStorage.setItem(STARTED, JSON.stringify(started));
  const { authorization_endpoint: endpoint } = await discover();
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: redirectUri(),
    scope: SCOPE,
    state: started.state,
    nonce: started.nonce,
    code_challenge: await challenge(started.verifier),
    code_challenge_method: 'S256',
  });
  location.assign(url);
}

/**
 * Takes what the sign-in page sent back with the user, if it sent anything. Nobody but who was
 * signed in before gets what was typed, and the page that was left.
 */
export async function takeAnswer() {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) {
    return;
  }
  const before = user()?.sub;
  const started = JSON.parse(sessionStorage.getItem(STARTED) ?? '{}');
  sessionStorage.removeItem(STARTED);
  history.replaceState(null, '', location.pathname + (started.returnTo ?? ''));
  if (answer.get('state') !== started.state || !answer.has('code')) {
    throw new SignedOut(answer.get('error') ?? 'an answer to nothing that was asked');
  }
  await ask(
    {
      grant_type: 'authorization_code',
      code: answer.get('code'),
      redirect_uri: redirectUri(),
      code_verifier: started.verifier,
    },
    started.nonce
  );
  if (before !== user().sub) {
    forgetDrafts();
  }
  if (before && before !== user().sub) {
    history.replaceState(null, '', location.pathname);
  }
}

/** A token that the API takes; renewed where it is about to end. */
export async function token() {
  const stored = tokens();
  if (!stored) {
    throw new SignedOut();
  }
  return claims(stored.idToken).exp * 1000 - Date.now() > LEEWAY ? stored.idToken : renew();
}

/** A new token; however many ask at the same time, one request is made. */
export function renew() {
  renewal ??= askAgain().finally(() => (renewal = undefined));
  return renewal;
}

/** Forgets everything and ends the session at the sign-in page's side too. */
export async function signOut() {
  const idToken = tokens()?.idToken;
  sessionStorage.clear();
  const { end_session_endpoint: endpoint } = await discover();
  if (!endpoint || !idToken) {
    location.assign(redirectUri());
    return;
  }
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    id_token_hint: idToken,
    post_logout_redirect_uri: redirectUri(),
    // Cognito's word for the same.
    logout_uri: redirectUri(),
  });
  location.assign(url);
}

async function askAgain() {
  const stored = tokens();
  if (!stored?.refreshToken) {
    throw new SignedOut();
  }
  return ask({ grant_type: 'refresh_token', refresh_token: stored.refreshToken });
}

async function ask(grant, nonce) {
  const { token_endpoint: endpoint } = await discover();
  const answer = await reach(endpoint, {
    method: 'POST',
    body: new URLSearchParams({ ...grant, client_id: settings.clientId }),
  });
  if (answer.status === 429 || answer.status >= 500) {
    // Says nothing of the sign-in.
    throw new Problem(answer.status);
  }
  if (!answer.ok) {
    throw new SignedOut(`token endpoint: ${answer.status}`);
  }
  const { id_token: idToken, refresh_token: refreshToken } = await answer.json();
  check(claims(idToken), nonce);
  const kept = { idToken, refreshToken: refreshToken ?? tokens()?.refreshToken };
  sessionStorage.setItem(TOKENS, JSON.stringify(kept));
  return idToken;
}

/**
 * What OpenID Connect Core 3.1.3.7 asks for. The signature is left to the API: the token came
 * straight from the issuer.
 */
function check(found, nonce) {
  const audience = [found.aud].flat();
  if (
    found.iss !== settings.issuer ||
    !audience.includes(settings.clientId) ||
    found.exp * 1000 < Date.now() ||
    (nonce && found.nonce !== nonce)
  ) {
    throw new SignedOut('a token that is not for this sign-in');
  }
}

async function discover() {
  discovery ??= read(`${settings.issuer}/.well-known/openid-configuration`);
  try {
    return await discovery;
  } catch (failure) {
    discovery = undefined;
    throw failure;
  }
}

function tokens() {
  return JSON.parse(sessionStorage.getItem(TOKENS));
}

function claims(jwt) {
  const part = jwt.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(part), letter => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function redirectUri() {
  return new URL('.', location.href.split(/[?#]/)[0]).href;
}

function random() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  const bytes = new TextEncoder().encode(verifier);
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
