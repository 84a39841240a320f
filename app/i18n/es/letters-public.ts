import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

const digits = (n: number) => new Intl.NumberFormat("es-US").format(n);
const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${digits(n)} ${more}`);
const letters = (n: number) => many(n, "carta", "cartas");
const names = (n: number) => many(n, "nombre", "nombres");

/** What the public reads; the console's own pages stay in English. */
export default {
  title: (company) => `Cartas a ${company}`,
  titleOf: (campaign) => `Cartas · ${campaign}`,
  description: (company) =>
    `Qué fue de cada carta a ${company}, qué respondió, y las cartas que sus autores dejan leer a todo el mundo.`,
  standfirst: (n) =>
    n === 0
      ? "Nadie ha confirmado todavía una carta."
      : n === 1
        ? "Una carta, y qué fue de ella. Lo que no se sabe se muestra como no sabido."
        : `${digits(n)} cartas, y qué fue de cada una. Lo que no se sabe se muestra como no sabido.`,
  write: "Escriba una carta",
  json: "Las cifras en JSON",

  ledger: {
    heading: "Qué fue de ellas",
    caption: (day) => `Cartas por estado, ${day}`,
    columns: { state: "Estado", letters: "Cartas" },
    states: {
      confirmed: {
        label: "En espera",
        means:
          "Confirmadas por sus autores. Salen con la próxima carta de la campaña; las pocas cuyo texto se retuvo salen cuando alguien de la organización las haya leído.",
      },
      queued: {
        label: "En una carta aprobada",
        means: "Elegidas para una carta de la campaña. No entregadas: sus autores pueden retirarlas.",
      },
      sent: {
        label: "Entregadas",
        means:
          "El servicio de correo las aceptó y el servidor de la empresa no ha dicho qué hizo, o se entregaron a la empresa en persona.",
      },
      accepted: {
        label: "Aceptadas por el servidor de la empresa",
        means: "Así lo dijo. Si alguien las lee, ningún correo puede decirlo.",
      },
      bounced: {
        label: "Devueltas",
        means:
          "El servidor de la empresa las devolvió o las rechazó. Esperan hasta que la campaña tenga una dirección que funcione.",
      },
      unknown: {
        label: "No se sabe",
        means: "La respuesta se perdió. Pueden haber llegado; no se envían por segunda vez.",
      },
      filed: {
        label: "Escritas en un archivo",
        means: "Aquí no hay configurada ninguna vía de envío, así que nadie las ha llevado.",
      },
      erased: {
        label: "Borradas después",
        means:
          "Sus autores hicieron borrar todo lo que se guardaba sobre ellos. Las cartas se siguen contando.",
      },
    },
    sum: "En total",
    withdrawn: (n) =>
      n === 1
        ? "1 carta retirada por su autor antes de que se entregara."
        : `${letters(n)} retiradas por sus autores antes de que se entregaran.`,
    withdrawnAfter: (n) =>
      n === 1
        ? "1 carta entregada y retirada por su autor después, o antes de la entrega con un paquete ya hecho: lo que se entrega no puede recuperarse."
        : `${letters(n)} entregadas y retiradas por sus autores después, o antes de la entrega con un paquete ya hecho: lo que se entrega no puede recuperarse.`,
    refused: (n) =>
      n === 1
        ? "1 carta no entregada: así lo decidió la organización, que dijo a su autor por qué."
        : `${letters(n)} no entregadas: así lo decidió la organización, que dijo a sus autores por qué.`,
    apart: "No están en la suma:",
    selfSent: (n) =>
      `${many(n, "autor dice", "autores dicen")} haber enviado también una carta por su cuenta, por correo electrónico o postal. Nadie lo ha comprobado.`,
  },

  dispatches: {
    heading: "Lo que se entregó",
    none: "Todavía no se ha entregado nada. Cada carta de la campaña figurará aquí con su día, lo que contenía y el SHA-256 de cada mensaje y cada archivo.",
    title: (n) => `Carta ${n}`,
    to: (recipient) => `A ${recipient}`,
    kinds: {
      consolidated: (l, n) =>
        n > 0 ? `${letters(l)} y ${names(n)} en sus anexos` : `${letters(l)} en su anexo`,
      individual: (l) =>
        l === 1
          ? "1 carta con las palabras de su autor, en un mensaje aparte"
          : `${letters(l)} con las palabras de sus autores, cada una en un mensaje aparte`,
    },
    states: {
      sending: "Está en curso.",
      paused: "Está en pausa: el resto espera.",
      sent: "",
      cancelled: "Se detuvo: el resto no salió.",
    },
    mailStates: {
      waiting: "aún no entregado",
      confirmed: "no entregado",
      queued: "aún no entregado",
      sent: "entregado, sin noticia del servidor de la empresa",
      accepted: "aceptado por el servidor de la empresa",
      bounced: "devuelto",
      unknown: "no se sabe, la respuesta se perdió",
      filed: "escrito en un archivo, nadie lo llevó",
      email_pending: "no entregado",
      withdrawn: "no entregado",
      refused: "no entregado",
    },
    mailsBy: (n, state) => `${many(n, "mensaje", "mensajes")}: ${state}`,
    back: (l, n) =>
      `De lo devuelto, ${[l > 0 && letters(l), n > 0 && names(n)].filter(Boolean).join(" y ")} ${
        l + n === 1 ? "volvió" : "volvieron"
      } a la espera de una carta posterior de la campaña.`,
    noMail: "Todavía no se ha escrito ningún mensaje de ella.",
    approvedAlone: "Aprobada por quien la escribió: la campaña tiene una sola persona que puede hacerlo.",
    hashes: "SHA-256 de sus mensajes y archivos",
    mail: (part) => `Mensaje ${part}`,
    file: (n) => `Su archivo ${n}`,
    moreHashes: (n) =>
      n === 1 ? "Hay 1 más en las cifras en JSON." : `Hay ${digits(n)} más en las cifras en JSON.`,
    reply: (from, day) => `${from} respondió, ${day}`,
    noReply: "No consta ninguna respuesta.",
  },

  read: {
    heading: "Cartas para leer",
    text: "Estas personas aceptaron que se las nombre en público, y alguien de la organización revisó cada carta. La empresa recibe también las demás; nadie más las lee.",
    none: "Todavía no se ha publicado ninguna carta. Una carta aparece aquí cuando quien la escribió aceptó que se le nombre y alguien de la organización la ha revisado.",
    noneOlder: "No hay cartas anteriores.",
    find: "Buscar en sus palabras",
    findHint: "Una palabra o más. Basta el comienzo de una palabra.",
    findButton: "Buscar",
    found: (n, more) =>
      more
        ? `Las ${digits(n)} más recientes que coinciden`
        : n === 1
          ? "Coincide una carta"
          : `Coinciden ${digits(n)} cartas`,
    nothing: "No coincide ninguna carta. Pruebe con menos palabras, o con el comienzo de una.",
    tooMany: "Han sido muchas búsquedas seguidas. Busque de nuevo dentro de unos minutos.",
    nothingTyped: "Escriba una palabra para buscar.",
    all: "Mostrar todas las cartas",
    older: "Cartas anteriores",
    newest: "Las cartas más recientes",
    olderTitle: "Cartas anteriores",
    whole: "Leer la carta completa",
    of: (name) => `Carta de ${name}`,
  },

  states: {
    email_pending: "aún sin confirmar",
    confirmed: "espera la próxima carta de la campaña",
    queued: "elegida para una carta de la campaña, aún no entregada",
    sent: "entregada; el servidor de la empresa no ha dicho qué hizo",
    inPerson: "entregada a la empresa en persona",
    accepted: "aceptada por el servidor de la empresa",
    bounced: "devuelta por el servidor de la empresa",
    unknown: "no se sabe si llegó: la respuesta se perdió",
    filed: "escrita en un archivo, nadie la llevó",
    withdrawn: "retirada",
    refused: "no entregada",
  },

  one: {
    state: "Su estado",
    with: (n, day) => `Con la carta ${n}, del ${day}`,
    final: "Ya no puede recuperarse.",
    hash: "SHA-256",
    hashMeans:
      "Del texto exacto que se entregó, con el nombre completo y el país al pie tal como eran ese día, y el número de acciones si la carta decía alguno. Tienen ese texto quien la escribió y la empresa.",
    replies: "Lo que respondió la empresa",
    repliesMean: "A todas las cartas que fueron con ella.",
    confirmed: (day) => `Confirmada el ${day}`,
  },

  report: {
    open: "Denunciar esta carta",
    heading: "Denunciar esta carta",
    text: "La revisa alguien de la organización. No se guarda nada sobre usted.",
    reason: "¿Qué tiene de malo?",
    reasons: {
      "private-details": "Dice dónde vive alguien, su número u otras cosas privadas",
      attack: "Amenaza o insulta a una persona",
      "false-name": "La persona nombrada no la escribió",
      advertising: "Es publicidad",
      other: "Otra cosa",
    },
    missing: "Elija qué tiene de malo",
    tooMany: "Han sido muchas denuncias seguidas. Inténtelo de nuevo dentro de una hora",
    summary: "La carta no se ha denunciado",
    button: "Denunciarla",
    back: "Volver a la carta",
    thanks: {
      title: "Gracias",
      text: "Alguien de la organización revisará la carta. Hasta entonces puede quedar oculta. No se ha guardado nada sobre usted.",
      back: "Volver a todas las cartas",
    },
  },
} satisfies Translation<Words["lettersPublic"]>;
