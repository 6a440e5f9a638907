// Reads one part of the graph as GEXF and as GraphML with graphology's readers and prints what they found.
//   node graphs.mjs VIEWER ADDRESS-WITHOUT-FORMAT...
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const [viewer, ...addresses] = process.argv.slice(2);

const file = async (address, format) => {
  const response = await fetch(`${address}&format=${format}`, {
    headers: { 'Lianshu-Viewer': viewer, 'Accept-Language': 'en' }
  });
  if (response.status !== 200) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  return response.text();
};

const told = (graph) => ({
  order: graph.order,
  size: graph.size,
  type: graph.type,
  labels: graph.mapNodes((id, node) => [id, node.label]).sort(),
  edges: graph.mapEdges((id, edge, from, to) => [from, to].join(' ')).sort(),
  weights: graph.reduceEdges((sum, id, edge) => sum + (edge.weight ?? 0), 0)
});

const found = [];
for (const address of addresses) {
  found.push({
    gexf: told(gexf.parse(Graph, await file(address, 'gexf'))),
    graphml: told(graphml.parse(Graph, await file(address, 'graphml')))
  });
}
process.stdout.write(JSON.stringify(found));
process.exit(0);
