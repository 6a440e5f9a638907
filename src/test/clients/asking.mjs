import assert from 'node:assert/strict';

/** What the hub itself says to its agent, asked past the app. */
export const asking = (hub) => async (query, variables) => {
  const token = await fetch(hub + '/auth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'agent', password: 'demo' })
  }).then((response) => response.json());
  const answer = await fetch(hub + '/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token.access_token },
    body: JSON.stringify({ query, variables })
  }).then((response) => response.json());
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
};
