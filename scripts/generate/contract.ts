import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const HEADER = '/** Types of the contract. Generated from openapi.yaml by `npm run generate`; never edited. */\n\n';

/** The contract as types: the only thing that the console, the command line and the simulator know of the API. */
export async function contractTypes(file: string): Promise<string> {
  const tree = await openapiTS(pathToFileURL(file), { alphabetize: false });
  return HEADER + astToString(tree);
}
