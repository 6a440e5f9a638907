// @neo4j/graphql behind Apollo Server: node server.mjs <number of processes>; 1 runs without a cluster.
// Where the database is comes in NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD; the address served is printed.
import { readFileSync } from 'node:fs';
import cluster from 'node:cluster';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

const processes = Number(process.argv[2] ?? 1);

async function serve() {
  const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD } = process.env;
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), {
    maxConnectionPoolSize: 100,
  });
  const typeDefs = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const server = new ApolloServer({ schema });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return url;
}

// The benchmark closes standard input when it is done, however it ends.
if (cluster.isPrimary) {
  process.stdin.on('end', () => process.exit(0)).resume();
}
if (processes > 1 && cluster.isPrimary) {
  let ready = 0;
  for (let i = 0; i < processes; i++) {
    cluster.fork().on('message', (url) => {
      ready += 1;
      if (ready === processes) {
        console.log(`SERVING ${url}`);
      }
    });
  }
  cluster.on('exit', (worker) => {
    console.error(`process ${worker.process.pid} ended`);
    process.exit(1);
  });
} else {
  const url = await serve();
  if (cluster.isWorker) {
    process.send(url);
    process.on('disconnect', () => process.exit(0));
  } else {
    console.log(`SERVING ${url}`);
  }
}
