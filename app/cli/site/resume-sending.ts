import { command, done } from "#app/cli/command.ts";
import { resumeSending } from "#app/domain/upkeep/archives/resume-sending.server.ts";

export default command({
  summary: "send email again after a restore",
  options: {},
  async run({ db }) {
    const resumed = await resumeSending(db);
    return done(resumed, resumed.outcome === "resumed" ? "Sending is resumed." : "Sending was not paused.");
  },
});
