import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** What the public reads; the console's own pages stay in English. */
export default {
  title: (company) => `Cartas a ${company}`,
  titleOf: (campaign) => `Cartas · ${campaign}`,
  description: (company) =>
    `Qué fue de cada carta a ${company}, qué respondió, y las cartas que sus autores dejan leer a todo el mundo.`,
  standfirst: (count) =>
    icu(
      "{count, plural, =0 {Nadie ha confirmado todavía una carta.} one {Una carta, y qué fue de ella. Lo que no se sabe se indica así.} other {# cartas, y qué fue de cada una. Lo que no se sabe se indica así.}}",
      { count },
    ),
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
          "Estas cartas se entregaron y sus autores hicieron borrar después sus datos. Las cartas siguen contando.",
      },
    },
    sum: "En total",
    withdrawn: (count) =>
      icu(
        "{count, plural, one {# carta retirada por su autor antes de que se entregara.} other {# cartas retiradas por sus autores antes de que se entregaran.}}",
        { count },
      ),
    withdrawnAfter: (count) =>
      icu(
        "{count, plural, one {# carta entregada y retirada por su autor} other {# cartas entregadas y retiradas por sus autores}} después, o antes de la entrega con un paquete ya hecho: lo que se entrega no puede recuperarse.",
        { count },
      ),
    refused: (count) =>
      icu(
        "{count, plural, one {# carta no entregada: así lo decidió la organización, que dijo a su autor por qué.} other {# cartas no entregadas: así lo decidió la organización, que dijo a sus autores por qué.}}",
        { count },
      ),
    apart: "No están en la suma:",
    selfSent: (count) =>
      icu(
        "{count, plural, one {# autor dice} other {# autores dicen}} haber enviado también una carta por su cuenta, por correo electrónico o postal. Nadie lo ha comprobado.",
        { count },
      ),
  },

  dispatches: {
    heading: "Lo que se entregó",
    none: "Todavía no se ha entregado nada. Cada carta de la campaña figurará aquí con su día, lo que contenía y el SHA-256 de cada mensaje y cada archivo.",
    title: (n) => `Carta ${n}`,
    to: (recipient) => `A la oficina “${recipient}”`,
    kinds: {
      consolidated: (letters, names) =>
        names > 0
          ? icu(
              "{letters, plural, one {# carta} other {# cartas}} y {names, plural, one {# nombre} other {# nombres}} en sus anexos",
              { letters, names },
            )
          : icu("{letters, plural, one {# carta} other {# cartas}} en su anexo", { letters }),
      individual: (letters) =>
        icu(
          "{letters, plural, one {# carta con las palabras de su autor, en un mensaje aparte} other {# cartas con las palabras de sus autores, cada una en un mensaje aparte}}",
          { letters },
        ),
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
    mailsBy: (count, state) =>
      icu("{count, plural, one {# mensaje} other {# mensajes}}: {state}", { count, state }),
    back: (letters, names) =>
      letters > 0 && names > 0
        ? icu(
            "De lo devuelto, {letters, plural, one {# carta} other {# cartas}} y {names, plural, one {# nombre} other {# nombres}} volvieron a la espera de una carta posterior de la campaña.",
            { letters, names },
          )
        : names > 0
          ? icu(
              "De lo devuelto, {names, plural, one {# nombre volvió} other {# nombres volvieron}} a la espera de una carta posterior de la campaña.",
              { names },
            )
          : icu(
              "De lo devuelto, {letters, plural, one {# carta volvió} other {# cartas volvieron}} a la espera de una carta posterior de la campaña.",
              { letters },
            ),
    noMail: "Todavía no se ha escrito ningún mensaje de ella.",
    approvedAlone: "Aprobada por quien la escribió: la campaña tiene una sola persona que puede hacerlo.",
    hashes: "SHA-256 de sus mensajes y archivos",
    mail: (part) => `Mensaje ${part}`,
    file: (n) => `Su archivo ${n}`,
    moreHashes: (count) =>
      icu(
        "{count, plural, one {Figura # más en las cifras en JSON.} other {Figuran # más en las cifras en JSON.}}",
        { count },
      ),
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
    found: (count, more) =>
      more
        ? icu("Las {count, number} más recientes que coinciden", { count })
        : icu("{count, plural, one {Coincide una carta} other {Coinciden # cartas}}", { count }),
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
    state: "Estado",
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
