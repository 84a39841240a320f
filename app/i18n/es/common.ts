import type { Words } from "../index.ts";
import { stopped } from "../sentence.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

export default {
  product: "Undersigned",
  version: (version: string) => `Versión ${version}`,
  skip: "Ir al contenido",
  shareImage: "Undersigned: el nombre sobre una línea para firmar",
  monthShape: "AAAA-MM",
  optional: "(opcional)",
  error: "Error:",
  choose: "Elija",

  company: {
    ask: { pledge: "¿De qué empresa tiene acciones?", letter: "¿A qué empresa escribe?" },
    go: "Continuar",
    other: "Elegir otra empresa",
    any: "la empresa",
  },

  nav: {
    label: "Páginas",
    case: "El caso",
    shareholders: "Para accionistas",
    letter: "Escriba una carta",
    sources: "Fuentes",
    petition: "El texto de la petición",
    updates: "Novedades",
    letters: "Cartas a la empresa",
    embed: "Para otros sitios",
    privacy: "Privacidad",
    accessibility: "Accesibilidad",
    corrections: "Correcciones",
    manage: "Sus datos",
  },

  inLanguage: (language) => `En ${language}`,
  language: {
    other: "Español: esta página en español",
    keepTyped: "En español",
    offer: "Leer esta página en español",
    noThanks: "No, gracias",
  },

  footer: {
    who: "Quién está detrás",
    runBy: (operator) => `Dirige esta campaña: ${stopped(operator)}`,
    operatorMissing: "Pronto diremos quién dirige esta campaña.",
    contact: "Contacto:",
    fundingMissing: "Su financiación está por anunciarse.",
    exampleMark: "Ejemplo",
    exampleNote:
      "Los ejemplos ocupan el lugar de lo que esta campaña aún no ha completado. Solo se ven en esta computadora.",
    independent: "Independiente",
    notAffiliated: (company) => `Esta campaña no tiene ningún vínculo con ${company}.`,
    noCompany: "Undersigned no tiene vínculos con las empresas de sus campañas.",
    noAdvice: "Nada de lo que hay aquí es asesoramiento jurídico ni de inversión.",
    more: "Más",
  },

  example: {
    operator: "Asociación de Campaña de Ejemplo",
    postalAddress: "Calle Ejemplo 1, Ciudad Ejemplo",
    contactEmail: "campaign@example.org",
    privacyContact: "privacy@example.org",
    fundingLine: "Se financia con donativos de sus miembros y no acepta dinero de empresas ni de partidos.",
  },

  count: {
    people: (count) => icu("{count, plural, one {persona firmó} other {personas firmaron}}", { count }),
    none: "Todavía no firmó nadie",
    nextStep: "Próxima meta:",
    signed: (digits) => `${digits} firmas`,
    confirmedOn: (date) => `Al ${date}.`,
    milestone: (count, date) => `El ${date} se superaron las ${count} firmas.`,
  },

  share: {
    message: "Su mensaje",
    messageHint: "Cámbielo como quiera: el enlace se agrega al final.",
    usedMost: ["whatsapp", "facebook", "telegram", "x"],
    more: "Más formas de compartir",
    sms: "SMS",
    card: "Lo que verán:",
    mail: "Correo",
    copy: "Copiar el enlace",
    copied: "Copiado",
    device: "Compartir",
    note: "Enlaces simples. Nada se envía a ninguna parte hasta que usted pulse uno, y ninguno lleva su nombre.",
    signal: {
      heading: "Signal",
      how: "Una página no puede abrir Signal con un mensaje. Copie este, abra Signal, elija a quién va y péguelo.",
      copy: "Copiar este mensaje",
      copied: "Copiado: péguelo ahora en Signal",
    },
    texts: {
      mail: (text) =>
        `Hola:\n\nPensé en ti al leer esto: ${text}\n\nEl caso, con sus fuentes, y la petición:`,
      message: {
        read: (text) => `Pensé en ti al leer esto: ${text}`,
        signed: (text) => `Acabo de firmar esto. ¿Firmas tú también? ${text}`,
        pledged: (text) => `Acabo de decir cómo votaré con mis acciones sobre esto. ¿Te sumas? ${text}`,
        wished: (text) =>
          `Tengo acciones por medio de un fondo y acabo de pronunciarme sobre esto. ¿Te sumas? ${text}`,
        written: (text) => `Acabo de escribir una carta sobre esto. ¿Escribes tú también? ${text}`,
      },
      bluesky: (text) => `${text} Lo que se ha publicado, lo que no se sabe y una petición que firmar:`,
      mastodon: (text) => `${text}\n\nEl caso, con sus fuentes, y la petición:`,
      x: (text) => `${text} El caso, con sus fuentes, y la petición:`,
    },
    own: {
      heading: "Un enlace propio",
      offer:
        "Opcional: un enlace propio cuenta cuántas personas firman con ese enlace. Nadie sabe quiénes son.",
      make: "Crear mi propio enlace",
      made: "Estos enlaces ya son los suyos. Su página, con enlace en su comprobante, muestra cuántas personas firman con ellos.",
      arrived: (count, since, enough) =>
        enough
          ? `Al menos ${count} personas firmaron con él desde el ${since}.`
          : `Menos de ${count} personas firmaron con él desde el ${since}.`,
      steps:
        "Se muestra de cinco en cinco, para que no se pueda identificar a nadie. Cuando alguien confirma, olvidamos que llegó por su enlace.",
      forget: "Olvidar este enlace",
    },
  },

  summary: { kept: "No se ha perdido nada de lo que escribió.", typed: "Copie lo que escribió" },

  dateByMonth: (month) => `${month} o antes`,
} satisfies Translation<Words["common"]>;
