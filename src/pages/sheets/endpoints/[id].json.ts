import type { EndpointNode } from '../../../evidence/library.ts';
import { site } from '../../../site/library.ts';
import { datasetOfEndpoint } from '../../../views/datasets.ts';

/** One file an endpoint, for syntheses. */
export function getStaticPaths() {
  const { endpoints } = site().library;
  return endpoints
    .filter(({ facts }) => facts.length > 0)
    .map((endpoint) => ({ params: { id: endpoint.id }, props: { endpoint } }));
}

export function GET({ props }: { props: { endpoint: EndpointNode } }): Response {
  return Response.json(datasetOfEndpoint(props.endpoint, site().library));
}
