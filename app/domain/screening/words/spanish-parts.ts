/** Parts that Spanish rules name in braces. */
export const spanishParts: Record<string, string> = {
  medio: "<^ES_STOPMID|GENTE|LUGAR|CUERPO|ES_ABSTRACT>",
  gente:
    "(a)? (<EL>+ {medio}? {medio}? <GENTE> / <NAME> / cada uno / " +
    "todos|ustedes|usted|ti|vos|vosotros|ellos / <GENTE>) / al {medio}? <GENTE>",
  suyo: "<SU> {medio}? <GENTE|PARIENTE>",
  lugar: "(a)? <EL>+ {medio}? {medio}? <LUGAR>",
  cuerpo: "<EL>+ {medio}? <CUERPO>",
  blanco: "{gente} / {lugar} / todo",
  /** "voy a", "quiero", "hay que", also through a way there: "voy a ir a tu casa y". */
  voy:
    "<GO> a / <WANT> (a|que|con|de|dispuesto)* / <GO> a (ir|venir|pasar|entrar|volver|llegar|esperar|" +
    "buscar|esperarte|buscarte|encontrarte|ir|visitarte|visitarlos|esperarlos|buscarlos) (<^ES_NEG|" +
    "ES_OTHERS>)*",
  hayque: "<MUST> (a|que|todos|ustedes|usted|de|ser|todas|ya)*",
  quemar:
    "<QUEMAR|QUEMARLE> / (prender|prenderle|prenderles|meter|meterle|meterles|echar|dar|darle|echarle|" +
    "darles|prendamos|prenderte|prenderos) fuego / (hacer|hacerles|hacerle) (volar|arder|explotar) / " +
    "(poner|ponerle|ponerles|meter|colocar|plantar|dejar|dejarles|detonar|tirar|tirarles|aventar|" +
    "aventarles|mandar|mandarles) .? (<BOMBA>|molotov) / volar / echar abajo",
  herramienta: "(un|una|unos|unas|el|la|dos|tres|varios|su|el)? {medio}? <TOOL>",
  darle:
    "dar|darle|darles|darte|daros|pegar|pegarle|pegarles|pegarte|pegaros|meter|meterle|meterles|" +
    "meterte|meteros|poner|ponerle|ponerles|ponerte|soltar|tirar|clavar|clavarle|clavarte|clavarles|" +
    "acomodar|acomodarte|encajar|encajarte|caer|caerles|caerte|agarrar|agarrarte|agarrarlos|" +
    "acribillarlos|coser|coserte|coserlos|llenar|llenarte|llenarlos|mandar|mandarles|mandarte|reventar|" +
    "reventarte|moler|molerte|cagar|cagarte|cagarlos|cagaros|hacerte|hacerlos|hacer|hacerle",
  romper:
    "<HERIR|HERIRTE|MATAR|MATARTE|QUEMAR|QUEMARLE> / arrancar|arrancarte|arrancarle|arrancarles|sacar|" +
    "sacarte|sacarle|sacarles|volarte|volarle|volarles|sacarte|cortar|cortarte|cortarle|cortarles|" +
    "cortaros|retorcer|retorcerte|rebanar|rebanarte|abrir|abrirte|tumbar|tumbarte|cortarte|bajar|" +
    "bajarte|quitar|quitarte",
  voz: "vas|vais|van|va",
};
