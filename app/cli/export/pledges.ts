import { exportCommand } from "#app/cli/export.ts";

export default exportCommand("pledges");
