/** Writes when something happens: "a las 11:59 p.m.", "a la 1:05 a.m." */
export const atTime = (time: string) => `${time.startsWith("1:") ? "a la" : "a las"} ${time}`;
