// Takes three events of myWork with the graphql-sse reference client, each operation on a connection of its own.
//   node events.mjs TOKEN HUB
import { createClient } from 'graphql-sse';

const [token, url] = process.argv.slice(2);
const client = createClient({ url, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
const received = [];
for await (const result of client.iterate({ query: 'subscription { myWork { at kind { code label } } }' })) {
  if (result.errors) {
    throw new Error(JSON.stringify(result.errors));
  }
  received.push(result.data.myWork);
  if (received.length === 3) {
    break;
  }
}
process.stdout.write(JSON.stringify({ received }));
process.exit(0);
