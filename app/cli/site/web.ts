import { builtListener } from "#app/cli/built-listener.ts";
import { readOptions } from "#app/cli/command.ts";
import { open } from "#app/cli/environment.ts";
import { serve } from "#app/cli/serve.ts";

export async function web(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const opened = await open("web", { max: 20 });
  return serve(opened, {
    web: builtListener(opened.root),
    worker: null,
    ready: async (address) => {
      process.stdout.write(
        json ? `${JSON.stringify({ address })}\n` : `The web server answers at ${address}\n`,
      );
    },
  });
}
