// The least a Node server can do to keep a form: parse it, insert one row durably, redirect.
import { createServer } from "node:http";
import postgres from "postgres";

const { port, databaseUrl } = JSON.parse(process.env.BENCH);
const sql = postgres(databaseUrl, { max: 20 });

createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const form = new URLSearchParams(body);
  await sql`
    insert into bench_bare (name, email, country)
    values (${form.get("name")}, ${form.get("email")}, ${form.get("country")})`;
  response.writeHead(303, { location: "/thanks", "content-length": 0 });
  response.end();
}).listen(port, "127.0.0.1", () => process.stdout.write("ready\n"));
