import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

export default {
  known: {
    as: "Usted firma como",
    notYou: "¿No es usted?",
    note: "Su firma cuenta desde ahora mismo. Le enviamos un comprobante, con un enlace para retirarla.",
  },
  form: {
    heading: "Firme la petición",
    button: "Firmar la petición",
    fullText: "Texto completo",
    fullTextOf: (version) => `Texto completo (versión ${version})`,

    name: "Nombre",
    email: "Correo electrónico",
    emailHint: "Para confirmar, una sola vez. Nunca se muestra.",
    country: "País",
    postalCode: "Código postal",
    optionalPlaceholder: "Opcional",

    more: (company) => `Comentario, cómo aparecer, lista para ${company}`,
    moreFilled: (company) => `Su comentario, cómo aparece, lista para ${company}`,
    comment: "Comentario",
    display: "Mostrar en este sitio",
    displayHint: (list) =>
      `Si elige sus iniciales o su nombre, aparecen con su país en la lista pública de quienes firmaron: ${list}. Su comentario puede mostrarse con ellos cuando lo haya leído una persona de la campaña. Elegirlo es su consentimiento, y puede retirarlo cuando quiera.`,
    displays: {
      anonymous: "nada: solo se me cuenta",
      initials: "mis iniciales y mi país",
      public: "mi nombre completo y mi país",
    },

    consents: {
      legend: "Lo que usted acepta",
      sign: "Firmo, y acepto que la campaña guarde estos datos, que pueden revelar una opinión política.",
      updates: "Envíenme noticias de esta campaña.",
      deliver: (company) => `Incluyan mi nombre en la lista para ${company}.`,
      deliverHint: (company) =>
        `Así la empresa verá su nombre, su país y su comentario; si no, solo el número de firmas. Si usted trabaja para ${company} o para un proveedor suyo, su empleador verá que firmó.`,
    },

    trap: "Deje este campo vacío",
    earlier: (digits, count) =>
      icu(
        "{count, plural, one {Una persona firmó un texto anterior, que pedía algo distinto. No se cuenta aquí.} other {{digits} personas firmaron un texto anterior, que pedía algo distinto. No se cuentan aquí.}}",
        { digits, count },
      ),

    onPaper: (digits, count) =>
      icu(
        "{count, plural, one {Y una persona firmó en papel. Una hoja no se puede confirmar por correo, así que se cuenta aparte.} other {Y {digits} personas firmaron en papel. Las hojas no se pueden confirmar por correo, así que se cuentan aparte.}}",
        { digits, count },
      ),

    preview: {
      heading: "Esto es una vista previa",
      text: "Aquí está el formulario en la página pública. En una vista previa no puede firmar nadie.",
    },

    next: {
      heading: "Qué pasa después.",
      text: "Le enviamos un mensaje con un botón. Su firma cuenta en cuanto lo pulse, y puede retirarla cuando quiera.",
      privacy:
        "Sin cookies ni rastreadores, y su dirección IP no se guarda nunca; una forma codificada de su primera parte se guarda 7 días. Lo que no se confirma se borra a los 7 días.",
      privacyLink: "Toda la información sobre privacidad",
    },

    summary: (count) =>
      icu(
        "Su firma aún no se ha registrado: hay que cambiar {count, plural, one {una cosa} other {{spelled} cosas}}",
        { count, spelled: spelled(count) },
      ),

    proof: {
      heading: "Un momento antes de recibir su firma",
      text: "Ahora mismo llegan muchísimos formularios desde donde usted está, más de los que envían las personas. Su navegador hace un breve cálculo, que a un programa que firma por miles le cuesta más que a usted. Tarda alrededor de un segundo; no se envía nada a nadie más.",
      working: "Su navegador está en ello. Su firma sigue adelante por sí sola.",
      otherwise:
        "Sin JavaScript, o si no ocurre nada, use este botón. Su firma se recibe igualmente; una persona de la campaña la mira antes de que cuente. Solo tiene que confirmar su correo.",
      button: "Firmar sin el cálculo",
    },

    suggestion: {
      heading: "¿Es correcta la dirección?",
      text: (typed) =>
        `Usted escribió ${typed}. Un mensaje a una dirección mal escrita no llega nunca. ¿Cuál es la suya?`,
      use: (address) => `Usar ${address}`,
      keep: (address) => `Conservar ${address}`,
      other: "Ninguna de las dos: cambiar el formulario",
    },

    notOpen: {
      heading: "Todavía no se puede firmar",
      text: "Antes de pedir firmas, esta página debe decir quién las pide. Aún falta:",
      missing: {
        operator: "quién dirige la campaña",
        "postal-address": "su dirección postal",
        contact: "cómo ponerse en contacto",
        funding: "quién la financia",
        "privacy-contact": "a quién preguntar sobre privacidad",
        "campaign-sender": "quién envía sus correos",
      },
    },
    closed: {
      heading: "Esta petición está cerrada",
      text: "Ya no admite firmas. Lo que se firmó está contado.",
    },
    printed: {
      code: "La dirección de la petición en un código",
      signAt: "Lea la versión vigente, y firme, en",
      whole: (statements) => `Un extracto: allí están las ${statements} afirmaciones.`,
      version: (version, date) =>
        `Texto de la petición, versión ${version}. Impreso de la página del ${date}.`,
    },
  },
} satisfies Translation<Words["sign"]>;
