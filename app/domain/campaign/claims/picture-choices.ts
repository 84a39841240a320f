/** How exactly a value of a picture is known. */
export const qualifiers = ["exactly", "about", "nearly", "more than"] as const;
export const pictureUnits = ["terabyte", "person", "dollar", "percent", "tonne"] as const;
export const pictureLooks = ["drawers", "bars"] as const;
