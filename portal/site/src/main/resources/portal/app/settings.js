/**
 * What the server that gave the portal says of its surroundings: `issuer` and `clientId` of the
 * sign-in, and `api`, the base URL of the API (empty where it is the portal's own origin).
 */
export const settings = {};

export async function loadSettings() {
  const answer = await fetch('settings.json');
  if (!answer.ok) {
    throw new Error(`settings.json: ${answer.status}`);
  }
  Object.assign(settings, await answer.json());
}
