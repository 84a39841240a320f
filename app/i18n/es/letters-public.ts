import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

/** What the public reads; the console's own pages stay in English. */
export default {
  title: (company) => `Cartas a ${company}`,
  titleOf: (campaign) => `Cartas · ${campaign}`,
  description: (company) =>
    `El estado de cada carta a ${company}, sus respuestas y las cartas que sus autores hicieron públicas.`,
  standfirst: (count) =>
    icu(
      "{count, plural, =0 {Todavía no se ha confirmado ninguna carta.} one {Una carta y su estado. Lo que no sabemos, lo decimos.} other {# cartas y su estado. Lo que no sabemos, lo decimos.}}",
      { count },
    ),
  write: "Escriba una carta",
  json: "Descargar en JSON",

  ledger: {
    heading: "Estado de todas las cartas",
    caption: (day) => `Cartas por estado, ${day}`,
    columns: { state: "Estado", letters: "Cartas" },
    states: {
      confirmed: {
        label: "En espera",
        means:
          "Confirmadas por sus autores. Salen con el próximo envío; las pocas que están en espera salen cuando la organización las haya leído.",
      },
      queued: {
        label: "En un envío aprobado",
        means: "Aún no enviadas: sus autores todavía pueden retirarlas.",
      },
      sent: {
        label: "Enviadas",
        means:
          "Las tiene nuestro proveedor de correo, aún no el servidor de la empresa. O se entregaron en persona.",
      },
      accepted: {
        label: "Aceptadas por el servidor de la empresa",
        means: "Así lo dijo el servidor de la empresa. Ningún correo puede decir si alguien las lee.",
      },
      bounced: {
        label: "Devueltas",
        means:
          "El servidor de la empresa las rechazó o las devolvió. Esperan hasta que la campaña tenga una dirección que funcione.",
      },
      unknown: {
        label: "No se sabe",
        means: "No recibimos respuesta. Pueden haber llegado; no las enviamos de nuevo.",
      },
      filed: {
        label: "Guardadas, no enviadas",
        means: "Este sitio no tiene proveedor de correo, así que se guardaron en un archivo.",
      },
      erased: {
        label: "Borradas después",
        means: "Se enviaron antes de que sus autores borraran sus datos. Siguen contando.",
      },
    },
    sum: "En total",
    withdrawn: (count) =>
      icu(
        "{count, plural, one {# carta retirada por su autor antes de enviarse.} other {# cartas retiradas por sus autores antes de enviarse.}}",
        { count },
      ),
    withdrawnAfter: (count) =>
      icu(
        "{count, plural, one {# carta retirada por su autor} other {# cartas retiradas por sus autores}} demasiado tarde: ya enviadas, o en un paquete hecho antes. No pueden recuperarse.",
        { count },
      ),
    refused: (count) =>
      icu(
        "{count, plural, one {# carta no enviada: así lo decidió la organización, que dijo a su autor por qué.} other {# cartas no enviadas: así lo decidió la organización, que dijo a sus autores por qué.}}",
        { count },
      ),
    apart: "No están en la suma:",
    selfSent: (count) =>
      icu(
        "{count, plural, one {# autor dice} other {# autores dicen}} haber enviado también una carta por su cuenta, por correo electrónico o postal. No lo hemos verificado.",
        { count },
      ),
  },

  dispatches: {
    heading: "Envíos",
    none: "Todavía no se ha enviado nada. Cada envío aparecerá aquí con su día, lo que contenía y el SHA-256 de cada correo y cada archivo.",
    title: (n) => `Envío ${n}`,
    to: (recipient) => `A “${recipient}”`,
    kinds: {
      consolidated: (letters, names) =>
        names > 0
          ? icu(
              "{letters, plural, one {# carta} other {# cartas}} y {names, plural, one {# nombre} other {# nombres}} adjuntos",
              { letters, names },
            )
          : icu("{letters, plural, one {# carta adjunta} other {# cartas adjuntas}}", { letters }),
      individual: (letters) =>
        icu(
          "{letters, plural, one {# carta en un correo aparte} other {# cartas, cada una en un correo aparte}}",
          { letters },
        ),
    },
    states: {
      sending: "Enviándose.",
      paused: "En pausa: el resto espera.",
      sent: "",
      filed: "",
      cancelled: "Detenido: el resto no se envió.",
    },
    filedAll: "No se envió: este sitio no tiene proveedor de correo.",
    filed: (filed, others) => `En un archivo, sin enviar: ${filed}. En otros correos: ${others}.`,
    mailStates: {
      waiting: "aún no enviado",
      confirmed: "no enviado",
      queued: "aún no enviado",
      sent: "enviado; el servidor de la empresa aún no lo aceptó",
      accepted: "aceptado por el servidor de la empresa",
      bounced: "devuelto",
      unknown: "no se sabe, no recibimos respuesta",
      filed: "guardado en un archivo, no enviado",
      email_pending: "no enviado",
      withdrawn: "no enviado",
      refused: "no enviado",
    },
    mailsBy: (count, state) =>
      icu("{count, plural, one {# correo} other {# correos}}: {state}", { count, state }),
    back: (letters, names) =>
      letters > 0 && names > 0
        ? icu(
            "Devueltas: {letters, plural, one {# carta} other {# cartas}} y {names, plural, one {# nombre} other {# nombres}}, ahora a la espera de un envío posterior.",
            { letters, names },
          )
        : names > 0
          ? icu(
              "Devueltos: {names, plural, one {# nombre} other {# nombres}}, ahora a la espera de un envío posterior.",
              { names },
            )
          : icu(
              "Devueltas: {letters, plural, one {# carta} other {# cartas}}, ahora a la espera de un envío posterior.",
              { letters },
            ),
    noMail: "Todavía no se ha escrito ningún correo.",
    approvedAlone: "Aprobado solo por quien lo escribió: la campaña tiene una sola persona que aprueba.",
    hashes: "SHA-256 de sus correos y archivos",
    mail: (part) => `Correo ${part}`,
    file: (n) => `Archivo ${n}`,
    moreHashes: (count) =>
      icu("{count, plural, one {# más está en el archivo JSON.} other {# más están en el archivo JSON.}}", {
        count,
      }),
    reply: (from, day) => `${from} respondió, ${day}`,
    noReply: "Sin respuesta hasta ahora.",
  },

  read: {
    heading: "Cartas publicadas",
    text: "Estas personas aceptaron que se las nombre, y la organización aprobó cada carta. La empresa y la campaña leen también las demás; nadie más.",
    none: "Todavía no se ha publicado ninguna carta. Aparecen aquí si quien la escribió aceptó que se mostrara su nombre y la organización la aprobó.",
    noneOlder: "No hay cartas anteriores.",
    find: "Buscar en estas cartas",
    findHint: "Una o más palabras, o el comienzo de una.",
    findButton: "Buscar cartas",
    found: (count, more) =>
      more
        ? icu("Las {count, number} más recientes que coinciden", { count })
        : icu("{count, plural, one {Coincide una carta} other {Coinciden # cartas}}", { count }),
    nothing: "No coincide ninguna carta. Pruebe con menos palabras, o con el comienzo de una.",
    tooMany: "Demasiadas búsquedas. Inténtelo de nuevo en unos minutos.",
    nothingTyped: "Escriba una palabra para buscar.",
    all: "Mostrar todas las cartas",
    older: "Cartas anteriores",
    newest: "Las cartas más recientes",
    olderTitle: "Cartas anteriores",
    whole: "Leer la carta",
    of: (name) => `Carta de ${name}`,
  },

  states: {
    email_pending: "aún sin confirmar",
    confirmed: "espera el próximo envío",
    queued: "en un envío aprobado, aún no enviada",
    sent: "enviada; el servidor de la empresa aún no la aceptó",
    inPerson: "entregada a la empresa en persona",
    accepted: "aceptada por el servidor de la empresa",
    bounced: "devuelta por el servidor de la empresa",
    unknown: "no se sabe si llegó: no recibimos respuesta",
    filed: "guardada en un archivo, no enviada",
    withdrawn: "retirada",
    refused: "no enviada",
  },

  one: {
    state: "Estado",
    with: (n, day) => `En el envío ${n}, del ${day}`,
    final: "Ya no puede recuperarse.",
    hash: "SHA-256",
    hashMeans:
      "Del texto exacto que se envió, con el nombre completo y el país de ese día, y el número de acciones si la carta lo decía. Tienen ese texto quien la escribió y la empresa.",
    hashFiled: "Del texto exacto del archivo. La empresa no lo tiene.",
    replies: "Las respuestas de la empresa",
    repliesMean: "A todas las cartas de ese envío.",
    confirmed: (day) => `Confirmada el ${day}`,
  },

  report: {
    open: "Denunciar esta carta",
    heading: "Denunciar esta carta",
    text: "La revisa la organización. No guardamos nada sobre usted.",
    reason: "¿Qué tiene de malo?",
    reasons: {
      "private-details": "Revela una dirección, un teléfono u otros datos privados",
      attack: "Amenaza o insulta a una persona",
      "false-name": "La persona nombrada no la escribió",
      advertising: "Es publicidad",
      other: "Otra cosa",
    },
    missing: "Elija qué tiene de malo",
    tooMany: "Demasiadas denuncias. Inténtelo de nuevo en una hora",
    summary: "La carta no se ha denunciado",
    button: "Denunciarla",
    back: "Volver a la carta",
    thanks: {
      title: "Gracias",
      text: "La organización revisará la carta. Hasta entonces puede quedar oculta. No guardamos nada sobre usted.",
      back: "Volver a todas las cartas",
    },
  },
} satisfies Translation<Words["lettersPublic"]>;
