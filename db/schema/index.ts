export * from "./audit.ts";
export * from "./campaigns.ts";
export * from "./deliveries.ts";
export * from "./organizers.ts";
export * from "./signatures.ts";
export * from "./supporters.ts";
export * from "./targets.ts";
