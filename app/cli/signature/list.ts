import { listCommand } from "#app/cli/parts/list.ts";
import { signatureList } from "#app/domain/entries/signatures/list-signatures.server.ts";

export default listCommand({
  summary: "list signatures, newest first; the view is logged",
  list: signatureList,
  scope: ({ scope }) => scope,
  columns: {
    signed: ({ signedAt }) => signedAt.slice(0, 10),
    id: ({ publicId }) => publicId,
    state: ({ state }) => state,
    country: ({ country }) => country,
    name: ({ name }) => name,
    address: ({ email }) => email,
  },
  none: () => "No signatures.",
  from: "signature list",
});
