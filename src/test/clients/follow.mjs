// Follows myWork with the graphql-ws reference client. The socket is killed again and again; the client comes back, to another hub
// if there is one, and goes on from its last position. Ends with the first NOTICE_ISSUED and prints the instants of all it received.
//   node follow.mjs TOKEN HUB...
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [token, ...hubs] = process.argv.slice(2);
const EACH = 25;
const MY_WORK = `subscription MyWork($after: String) {
  myWork(after: $after) { position at kind { code } subject { __typename id } viewer { id } }
}`;

const received = [];
let after = null;
let ended = false;
let cuts = 0;

for (let round = 0; !ended; round++) {
  let socket;
  const client = createClient({
    url: hubs[round % hubs.length],
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    on: { opened: (opened) => (socket = opened) }
  });
  let here = 0;
  try {
    for await (const result of client.iterate({ query: MY_WORK, variables: { after } })) {
      if (result.errors) {
        throw new Error(JSON.stringify(result.errors));
      }
      const update = result.data.myWork;
      after = update.position;
      received.push(update.at);
      if (round === 0 && here === 0) {
        process.stderr.write('listening\n');
      }
      if (update.kind.code === 'NOTICE_ISSUED') {
        ended = true;
        break;
      }
      if (++here === EACH) {
        cuts++;
        socket.terminate();
      }
    }
  } catch (fault) {
    // A killed socket closes with 1006; whatever else is wrong fails the test.
    if (fault.code !== 1006) {
      throw fault instanceof Error ? fault : new Error(`${fault.code ?? ''} ${fault.reason ?? JSON.stringify(fault)}`);
    }
  }
  await client.dispose();
}
process.stdout.write(JSON.stringify({ received, cuts }));
process.exit(0);
