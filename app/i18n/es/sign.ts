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
    nameHint: "Oculto, salvo que usted lo muestre",
    email: "Correo electrónico",
    emailHint: "Para confirmar; nunca se muestra",
    country: "País",
    postalCode: "Código postal",
    optionalPlaceholder: "Opcional",

    more: "Mostrar mi nombre o decir por qué",
    moreFilled: "Su comentario y sus opciones",
    comment: "Comentario",
    commentHint:
      "Si nos deja mostrar su nombre, podemos publicar esto también, después de que la organización lo lea.",
    display: "Cómo aparece en este sitio",
    displayHint:
      "Si elige aparecer, sus iniciales o su nombre y su país estarán en la lista pública hasta que los oculte.",
    displays: {
      anonymous: "No mostrar mi nombre",
      initials: "Mostrar mis iniciales y mi país",
      public: "Mostrar mi nombre completo y mi país",
    },

    consents: {
      sign: "Firmo. Pueden guardar estos datos, que pueden revelar mis ideas políticas.",
      updates: "Envíenme novedades de esta campaña.",
      deliver: (company) => `Incluyan mi nombre en la lista para ${company}.`,
      deliverTo: "Incluyan mi nombre en la lista para:",
      deliverHint: (company) =>
        `${company ?? "Cada una"} verá su nombre, su país y su comentario; si usted trabaja para ${company ?? "una de ellas"} o para un proveedor suyo, su empleador sabrá que firmó.`,
    },

    trap: "Deje este campo vacío",
    earlier: (digits, count) =>
      icu(
        "{count, plural, one {Una persona firmó un texto anterior, que pedía algo distinto. No se cuenta aquí.} other {{digits} personas firmaron un texto anterior, que pedía algo distinto. No se cuentan aquí.}}",
        { digits, count },
      ),

    onPaper: (digits, count) =>
      icu(
        "{count, plural, one {Y una persona firmó en papel. El papel no se puede confirmar por correo, así que la contamos aparte.} other {Y {digits} personas firmaron en papel. Las firmas en papel no se pueden confirmar por correo, así que las contamos aparte.}}",
        { digits, count },
      ),

    preview: {
      heading: "Esto es una vista previa",
      text: "La página pública tiene aquí el formulario. En una vista previa no puede firmar nadie.",
    },

    next: {
      heading: "Qué pasa después.",
      text: "Le enviamos un correo. Confirme ahí y su firma contará. Puede retirarla cuando quiera.",
      privacy:
        "Contra las firmas falsas guardamos 7 días una parte de su dirección IP, codificada. Si no confirma, lo que escribió se borra 7 días después de nuestro correo. Si confirma, lo guardamos mientras dura la campaña y normalmente 12 meses más.",
      kept: "Sin cookies ni rastreadores: qué guardamos",
      privacyLink: "Toda la información sobre privacidad",
    },

    summary: (count) =>
      icu(
        "Su firma aún no se ha registrado: hay que cambiar {count, plural, one {una cosa} other {{spelled} cosas}}",
        { count, spelled: spelled(count) },
      ),

    proof: {
      heading: "Un momento: verificamos su navegador",
      text: "Llegan más formularios de lo habitual. Su navegador hace un cálculo breve, que frena a los programas que los envían por miles. Tarda alrededor de un segundo.",
      working: "En curso… su formulario se envía automáticamente.",
      otherwise: "¿Sin JavaScript, o no ocurre nada? Use este botón.",
      reviewed:
        "La organización puede revisar su firma antes de que cuente. Usted solo tiene que confirmar su correo.",
      send: "Enviar sin el cálculo",
      button: "Firmar sin el cálculo",
    },

    suggestion: {
      heading: "¿Es correcta la dirección?",
      text: (typed) => `Usted escribió ${typed}. ¿Cuál es su dirección?`,
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
      text: "Ya no recibe firmas. Las confirmadas siguen contando.",
    },
    printed: {
      code: "La dirección de la petición en un código",
      signAt: "Lea la versión vigente, y firme, en",
      whole: (statements) => `Es un extracto. Allí están las ${statements} afirmaciones.`,
      version: (version, date) =>
        `Texto de la petición, versión ${version}. Impreso de la página del ${date}.`,
    },
  },
} satisfies Translation<Words["sign"]>;
