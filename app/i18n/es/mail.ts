import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { atTime } from "./clock.ts";
import { icu } from "./icu.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);

export default {
  parts: {
    buttonFails: "Si el botón no funciona, copie esta dirección:",
    notAffiliated: (company) => `Sin vínculo con ${company}.`,
    privacy: "Qué guardamos y por cuánto tiempo",
    freshLink: "Recibir un enlace nuevo",
    undo: (until) => `¿No fue usted, o cambió de idea? Retírelo hasta el ${until}:`,
    undoLink: "Retirarlo",
    share: {
      signed: "¿Quién más firmaría?",
      pledged: "¿Quién más tiene acciones?",
      wished: "¿Quién más tiene ahorros en un fondo?",
      written: "¿Quién más escribiría?",
    },
    shareBy: (way) => `Compartir por ${way}`,
    next: {
      sign: "Firme también la petición: puede hacerlo todo el mundo.",
      pledge: "¿Tiene acciones? Diga cómo votará y se lo recordamos a tiempo.",
      letter: "Dígalo con sus propias palabras: escriba también una carta.",
    },
    nextKnown: (until) =>
      `Este enlace es solo para usted: hasta el ${until}, el formulario ya trae sus datos.`,
    nextLinks: { sign: "Firmar la petición", pledge: "Confirmar cómo votaré", letter: "Escribir una carta" },
    links: "Enlaces",
    youSign: "Usted firma",
    youSigned: "Usted firmó",
    petition: (summary, version, date) => `${summary} (Versión\u00a0${version}, ${date})`,
    receiptCode: "Código del comprobante",
    shownAs: "En este sitio",
    display: { anonymous: "su nombre no se muestra", initials: "sus iniciales", public: "su nombre" },
    agreedTo: "Usted aceptó",
    agreed: ({ updates, nameTo, nameNotTo }) => {
      const given = ["guardar y contar su firma"];
      if (updates) given.push("novedades por correo electrónico");
      if (nameTo.length) given.push(`dar su nombre a ${listed(nameTo)} con la petición`);
      const not = nameNotTo.length > 1 ? "no reciben" : "no recibe";
      return `${given.join("; ")}${nameNotTo.length ? `. ${listed(nameNotTo)} ${not} su nombre.` : ""}`;
    },
    weHold: "Guardamos",
    held: ({ postalCode, comment, source }) =>
      `${listed([
        "su correo electrónico",
        "nombre",
        "país",
        ...(postalCode ? ["código postal"] : []),
        ...(comment ? ["comentario"] : []),
        "idioma",
        "la hora de la firma",
        ...(source ? ["el enlace por el que llegó"] : []),
      ])}`,
  },

  confirm: {
    subject: "Falta un paso: confirme su firma",
    preview: "Con un toque, su firma cuenta.",
    heading: "Confirme su firma",
    intro: (title, signedOn) =>
      `Gracias por firmar la petición “${title}” el ${signedOn}. Confirme aquí y su firma contará.`,
    button: "Confirmar mi firma",
    buttonNote: (deletedOn) => `El enlace sirve hasta el ${deletedOn}. Después borramos sus datos.`,
    notYou:
      "¿No fue usted? No haga nada, y borramos los datos. Para que no le escribamos nunca más, abra el enlace y elija “Borrarlo y no escribirme nunca más”.",
    reason: "Recibe este correo porque alguien escribió esta dirección en el formulario.",
  },

  petitionChanged: {
    subject: "El texto que firmó cambió. ¿Mantiene su firma?",
    preview: "Su nombre queda con el texto anterior si usted no lo cambia.",
    heading: "La petición que firmó tiene un texto nuevo",
    intro: (name: string, title: string, signedOn: string) =>
      `${name}, la petición “${title}”, que usted firmó el ${signedOn}, ahora pide algo distinto. Aquí está qué cambió, y sus tres opciones.`,
    change: "Qué cambió",
    stands: (version: number) =>
      `Su firma cuenta para la versión\u00a0${version}, el texto que firmó, salvo que usted la pase al nuevo.`,
    button: "Leer los dos textos y decidir",
    buttonNote: (until: string) =>
      `La página es solo suya: no reenvíe este correo. El enlace sirve hasta el ${until}.`,
    choose: "Sus opciones",
    keep: "Dejar su firma con el texto que firmó. Es lo que ocurre si no hace nada.",
    move: "Firmar el texto nuevo. Su firma pasa a él.",
    withdraw: "Retirar su firma.",
    reason:
      "Recibe este correo una sola vez porque firmó el texto anterior. No le preguntaremos más por este texto.",
    stop: "No recibir más correos sobre textos nuevos",
  },

  reminder: {
    subject: "Su firma todavía no cuenta",
    preview: "Con un toque contará. No se lo recordaremos más.",
    heading: "Su firma todavía no cuenta",
    intro: (title, signedOn) =>
      `Gracias por firmar la petición “${title}” el ${signedOn}. Falta un paso: confirme aquí y su firma contará.`,
    reason:
      "Recibe este correo porque alguien escribió esta dirección en el formulario. Es el único recordatorio.",
  },

  alreadySigned: {
    subject: "Usted ya firmó: no hay nada que hacer",
    preview: "Su nombre ya cuenta.",
    heading: "Usted ya firmó",
    intro: (name, title, confirmedOn) =>
      `Gracias, ${name}. Usted confirmó su firma de la petición “${title}” el ${confirmedOn}. Alguien escribió ahora esta dirección para firmarla de nuevo. Su firma cuenta una vez; no hay nada que hacer.`,
    notStored: "No guardamos lo que se escribió esta vez. Para cambiar algo, abra su propia página:",
    button: "Recibir el enlace a mi página",
    buttonNote: "Le pide esta dirección y le envía un enlace que solo le sirve a usted.",
    notYou: "¿No fue usted? Quien escribió su dirección no supo nada de usted.",
    share: "¿Quién más firmaría? Comparta este enlace:",
    reason: "Recibe este correo porque alguien escribió esta dirección en el formulario.",
  },

  receipt: {
    subject: "Su firma ya cuenta. Gracias",
    numbered: (number) => `La suya es la firma número ${number}. Gracias`,
    preview: "Una cosa más: ¿quién más firmaría?",
    heading: (name) => `Gracias, ${name}`,
    intro: (title, confirmedOn) => `Usted firmó la petición “${title}” y lo confirmó el ${confirmedOn}.`,
    count: (signatures, number) =>
      icu("{signatures, plural, =1 {Es la primera firma.} other {Con la suya ya son {number} firmas.}}", {
        signatures,
        number,
      }),
    codeNote: "Mencione este código si nos escribe sobre su firma. No abre sus datos.",
    button: "Ver o cambiar mis datos",
    buttonNote: (until) =>
      `La página es solo suya: no reenvíe este correo. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de 24 horas.`,
    reason: "Recibe este correo una sola vez porque confirmó su firma.",
  },

  manageLink: {
    subject: "Su enlace para ver o cambiar sus datos",
    preview: "Vea, cambie o borre todo lo que guardamos sobre usted.",
    heading: "Sus datos",
    intro:
      "Usted pidió un enlace a sus datos. Con él puede corregirlos, ocultar su nombre y cambiar cada consentimiento. Puede retirar su firma, su compromiso o su carta, y descargar o borrar todo.",
    button: "Ver o cambiar mis datos",
    buttonNote: (until) =>
      `El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de 24 horas. Cualquiera que tenga el enlace puede usarlo: no reenvíe este correo.`,
    notYou: "¿No fue usted? No haga nada. Nadie más recibió el enlace, y nada cambió.",
    reason: "Recibe este correo porque alguien pidió un enlace con esta dirección.",
  },

  dataErased: {
    subject: "Sus datos se borraron",
    preview: "Borramos lo que guardábamos sobre usted. No hay nada que hacer.",
    heading: "Sus datos se borraron",
    intro: (day, time) =>
      `El ${day} ${atTime(time)} borramos lo que guardábamos sobre usted, como pidió. Ya no tenemos su dirección. Este es nuestro último correo.`,
    erased: "Borrado",
    erasedWhat:
      "su correo electrónico, nombre, país, firma, compromiso, cartas, comentarios, consentimientos y los correos aún no enviados",
    kept: "Conservado",
    keptWhat:
      "el número de firmas, y un código hecho de su dirección que nadie puede leer, para que cuente una sola vez si vuelve a firmar",
    outOfReach: "Fuera de nuestro alcance",
    outOfReachWhat: (company) =>
      `los correos que ya recibió, en su proveedor de correo y en el nuestro; y su nombre en listas y sus cartas, si ${company} ya los tiene`,
    backups:
      "Si alguna vez restauramos una copia de seguridad anterior, borramos de ella sus datos antes de que nadie pueda usarla.",
    reason: "Recibe este correo una sola vez porque pidió borrar sus datos.",
  },

  update: {
    preview: "Una novedad que usted pidió.",
    eyebrow: (number, sentOn) => `Novedad ${number}, ${sentOn}`,
    greeting: "Hola, {first_name|amigo o amiga}:",
    signOff: (operator, title) => `${operator}, por la campaña “${title}”`,
    onTheWeb: "Léala o compártala en la web:",
    reason: "Recibe este correo porque aceptó recibir novedades. Sin seguimiento: no vemos si lo abre.",
    stop: "Darme de baja de las novedades",
    manage: "Ver o cambiar sus datos",
  },

  updateTest: {
    subject: (subject) => `Prueba: ${subject}`,
    notice:
      "Esto es una prueba, enviada solo a usted. Los lectores reciben el texto de abajo con su propio nombre y su propio enlace de baja. El suyo no hace nada.",
  },

  mailbox: {
    title: "Buzón",
    intro:
      "Los correos que esta computadora escribió como archivos, empezando por el más reciente. Solo usted puede abrir esta página, y ninguno se envió.",
    newest: (listed, all) => `Los ${listed} más recientes de ${all}.`,
    empty:
      "Aún no hay correos. Firme la petición con cualquier dirección y aparecerá aquí el correo para confirmarla.",
    notFiles:
      "Ahora los correos van a un servidor de correo. Aquí solo están los que antes se escribieron como archivos.",
    subject: "Asunto",
    to: "Para",
    from: "De",
    replyTo: "Responder a",
    written: "Escrito",
    messageId: "Message-ID",
    attachments: "Archivos adjuntos",
    at: (day, time) => `${day}, ${time} UTC`,
    links: "Enlaces de este correo",
    asHtml: "En HTML",
    asText: "En texto",
    alone: "Abrir solo el HTML",
    back: "Todos los correos",
  },

  askName: {
    subject: "¿Está bien escrito su nombre?",
    preview: "La empresa lo recibe como usted lo escribe. Su firma cuenta igual.",
    heading: "¿Está bien escrito su nombre?",
    intro: (title, confirmedOn, company) =>
      `Gracias por firmar la petición “${title}” el ${confirmedOn}. Usted aceptó que ${company} reciba su nombre. Antes revisamos los nombres que pueden tener un error. El suyo es uno de ellos.`,
    written: "Su nombre ahora",
    button: "Revisar mi nombre",
    buttonNote: (until) =>
      `La página es solo suya: no reenvíe este correo. El enlace sirve hasta el ${until}.`,
    nextHeading: "Qué pasa después",
    ifChanged: "Si lo corrige, la empresa recibe el nombre nuevo.",
    ifCorrect: "Si está bien, responda a este correo y dígalo. No tiene que explicarlo.",
    ifNothing:
      "Si no hace nada, su firma sigue contando y la empresa no recibe su nombre. No preguntaremos de nuevo.",
    reason: "Recibe este correo una sola vez porque la organización preguntó por su nombre.",
  },
} satisfies Translation<Words["mail"]>;
