import { exportCommand } from "#app/cli/export/parts/export.ts";

export default exportCommand("signatures");
