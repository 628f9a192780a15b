import { INVENTED_SHOWS } from './invented-shows.ts';
import { demoSources } from './server.ts';

const services = await demoSources(INVENTED_SHOWS);
const variables = Object.entries(services.env).map(([name, value]) => `export ${name}=${value}`);
process.stdout.write(`Invented shows are served on this machine. In another terminal:

${variables.join('\n')}
recap add "the salt line"

They are: ${INVENTED_SHOWS.map(({ name }) => name).join(', ')}.
Ctrl-C ends it.
`);
