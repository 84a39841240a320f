import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: string[]) => conjunction.format(items);

export default {
  parts: {
    buttonFails: "Si el botón no funciona, copie esta dirección:",
    notAffiliated: (company) => `Sin vínculo con ${company}.`,
    privacy: "Qué guardamos y por cuánto tiempo",
    freshLink: "Pedir un enlace nuevo",
    undo: (until) => `¿No fue usted, o cambió de idea? Retírelo con un toque, hasta el ${until}:`,
    undoLink: "Retirarlo",
    next: {
      sign: "Firme también la petición: está abierta a todas las personas, con o sin acciones.",
      pledge: "¿Tiene acciones? Diga cómo votará y se lo recordamos a tiempo.",
      letter: "Dígalo con sus propias palabras: escriba también una carta.",
    },
    nextKnown: (until) => `Este enlace es solo para usted: hasta el ${until}, el formulario sabe quién es.`,
    nextLinks: { sign: "Firmar la petición", pledge: "Comprometer mi voto", letter: "Escribir una carta" },
    links: "Enlaces",
    youSign: "Usted firma",
    youSigned: "Usted firmó",
    petition: (summary, version, date) => `${summary} (Versión\u00a0${version}, ${date})`,
    receiptCode: "Código del comprobante",
    shownAs: "Se muestra como",
    display: {
      anonymous: "no se muestra; su firma se cuenta",
      initials: "sus iniciales",
      public: "su nombre",
    },
    agreedTo: "Usted aceptó",
    agreed: ({ updates, deliverToCompany }, company) => {
      const given = ["que su firma se guarde y se cuente"];
      if (updates) given.push("novedades por correo electrónico");
      if (deliverToCompany) given.push(`que su nombre se entregue a ${company} con la petición`);
      if (!deliverToCompany) given.push(`su nombre no se da a ${company}`);
      return given.join("; ");
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
        ...(source ? ["el enlace que le trajo"] : []),
      ])}`,
  },

  confirm: {
    subject: "Falta un paso: confirme su firma",
    preview: "Un botón, y su nombre cuenta.",
    heading: "Confirme su firma",
    intro: (title, signedOn) =>
      `Gracias por firmar la petición “${title}” el ${signedOn}. Confirme abajo y su nombre cuenta.`,
    button: "Confirmar mi firma",
    buttonNote: (deletedOn) =>
      `El botón abre una página con lo que firmó, para confirmarlo allí. Sirve hasta el ${deletedOn}; después, lo escrito se borra.`,
    notYou:
      "Si no fue usted, no haga nada: lo escrito se borra. Para que no le escribamos nunca más, abra la página y elija “Borrarlo y no escribirme nunca más”.",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  petitionChanged: {
    subject: "El texto que firmó tiene una versión nueva",
    preview: "Pide algo distinto. Usted decide si su nombre lo acompaña.",
    heading: "La petición que firmó tiene un texto nuevo",
    intro: (name: string, title: string, signedOn: string) =>
      `${name}, usted firmó la petición “${title}” y lo confirmó el ${signedOn}. Desde entonces se cambió y pide algo distinto.`,
    change: "Qué cambió",
    stands: (version: number) =>
      `Su firma sigue con el texto que firmó, la versión\u00a0${version}. Se cuenta ahí, aparte de quienes firman el texto nuevo.`,
    button: "Leer los dos textos y decidir",
    buttonNote: (until: string) =>
      `La página es solo suya: por favor, no reenvíe este mensaje. El enlace sirve hasta el ${until}.`,
    choose: "Qué puede hacer allí",
    keep: "Dejar su firma con el texto que firmó: es también lo que ocurre si no hace nada.",
    move: "Firmar el texto nuevo: su firma pasa a él.",
    withdraw: "Retirar su firma.",
    reason:
      "Se envía una sola vez a quienes habían firmado el texto anterior. No se le preguntará otra vez sobre este texto.",
    stop: "No recibir más avisos de textos nuevos",
  },

  reminder: {
    subject: "Recordatorio: confirme su firma",
    preview: "Un botón, y su nombre cuenta. Este es el único recordatorio.",
    heading: "Su firma aún no está confirmada",
    intro: (title, signedOn) =>
      `Gracias por firmar la petición “${title}” el ${signedOn}. Su firma aún no está confirmada. Confirme abajo y su nombre cuenta.`,
    reason: "Enviado porque esta dirección se escribió en el formulario. Este es el único recordatorio.",
  },

  alreadySigned: {
    subject: "Usted ya firmó",
    preview: "Su nombre ya cuenta. No hay nada que hacer.",
    heading: "Usted ya firmó",
    intro: (name, title, confirmedOn) =>
      `Gracias, ${name}. Usted confirmó su firma de la petición “${title}” el ${confirmedOn}. Ahora esta dirección se escribió una vez más para firmarla. Su firma cuenta una vez y no hay nada que hacer.`,
    notStored: "Lo que se escribió esta vez no se guardó. Para cambiar algo, pida su propia página:",
    button: "Recibir el enlace a mi página",
    buttonNote: "Le pedirá esta dirección y enviará por correo un enlace que solo le sirve a usted.",
    notYou:
      "Si no fue usted: quien escribió su dirección vio la misma página que todo el mundo y no averiguó nada sobre usted.",
    share: "¿Quién más firmaría? Comparta este enlace:",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  receipt: {
    subject: "Gracias: su firma cuenta",
    preview: "Su comprobante, y un enlace para compartir.",
    heading: (name) => `Gracias, ${name}`,
    intro: (title, confirmedOn) => `Usted firmó la petición “${title}” y lo confirmó el ${confirmedOn}.`,
    count: (signatures, number) =>
      icu("{signatures, plural, =1 {Es la primera firma.} other {Con la suya ya son {number} firmas.}}", {
        signatures,
        number,
      }),
    codeNote: "Mencione este código si nos escribe sobre su firma. No da acceso a nada.",
    button: "Ver o cambiar mis datos",
    buttonNote: (until) =>
      `Esa página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de las 24 horas siguientes a este mensaje.`,
    share: "¿Quién más firmaría? Comparta este enlace:",
    reason: "Enviado una sola vez, porque usted confirmó su firma.",
  },

  manageLink: {
    subject: "Su enlace para ver o cambiar sus datos",
    preview: "Una página donde ver y cambiar todo lo que guardamos sobre usted.",
    heading: "Su página",
    intro:
      "Este es el enlace a la página con todo lo que guardamos bajo esta dirección. Allí puede corregirlo, ocultar su nombre, cambiar cada consentimiento, retirar su firma, su compromiso o su carta, descargarlo todo o borrarlo.",
    button: "Ver o cambiar mis datos",
    buttonNote: (until) =>
      `El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de las 24 horas siguientes a este mensaje. Quien lo tenga puede usarlo, así que no reenvíe este mensaje.`,
    notYou: "Si no fue usted, no haga nada. Este enlace no se envió a nadie más que a usted, y nada cambió.",
    reason: "Enviado porque se pidió un enlace con esta dirección.",
  },

  dataErased: {
    subject: "Sus datos se borraron",
    preview: "Lo que guardábamos bajo esta dirección ya no está. No hay nada que hacer.",
    heading: "Borramos lo que guardábamos sobre usted",
    intro: (day, time) =>
      `El ${day} a las ${time} borramos lo que guardábamos bajo esta dirección, como usted pidió. Ya no tenemos su dirección; este es el último mensaje.`,
    erased: "Borrado",
    erasedWhat:
      "su correo electrónico, nombre, país, firma, compromiso, cartas, comentarios, consentimientos y todo mensaje que aún no se envió",
    kept: "Conservado",
    keptWhat:
      "el número de firmas, y un código hecho a partir de su dirección que no permite leerla; si esta dirección vuelve a firmar, sigue contando una sola vez",
    outOfReach: "Fuera de nuestro alcance",
    outOfReachWhat: (company) =>
      `los mensajes que ya se le entregaron, en su proveedor de correo y en el nuestro; y, si usted lo aceptó, su nombre en listas, y sus cartas, que ya se entregaron a ${company}`,
    backups:
      "Si alguna vez se restaura una copia de seguridad anterior, sus datos se borran de ella antes de que nadie pueda usarla.",
    reason: "Enviado una sola vez, porque usted pidió este borrado.",
  },

  update: {
    preview: "Una novedad que usted pidió.",
    eyebrow: (number, sentOn) => `Novedad ${number}, ${sentOn}`,
    greeting: (name) => `Hola, ${name}:`,
    signOff: (operator, title) => `${operator}, por la campaña “${title}”`,
    onTheWeb: "Léala en la web, o pásela a otras personas:",
    reason:
      "Recibe este mensaje porque aceptó recibir novedades por correo. Sin seguimiento: no sabemos si lo abrió.",
    stop: "Darme de baja de las novedades",
    manage: "Ver o cambiar lo que guardamos",
  },

  updateTest: {
    subject: (subject) => `Prueba: ${subject}`,
    notice:
      "Esto es una prueba. Se le envió solo a usted, porque la pidió en la consola. Los lectores reciben lo que sigue, con su propio nombre y su propio enlace para dejar de recibir estos mensajes; el suyo no detiene nada.",
  },

  mailbox: {
    title: "Buzón",
    intro:
      "Todos los mensajes que este equipo escribió como archivos, empezando por el más reciente. Nadie más puede abrir esta página, y nada de lo que hay aquí se envió a nadie.",
    newest: (shown, all) => `Los ${shown} más recientes de ${all}.`,
    empty:
      "Aún no hay mensajes. Firme la petición con cualquier dirección y el mensaje que pide confirmarla aparecerá aquí.",
    notFiles:
      "Ahora los mensajes van a un servidor de correo; solo se muestran los que antes se escribieron como archivos.",
    subject: "Asunto",
    to: "Para",
    from: "De",
    replyTo: "Responder a",
    written: "Escrito",
    messageId: "Message-ID",
    attachments: "Archivos adjuntos",
    at: (day, time) => `${day}, ${time} UTC`,
    links: "Enlaces de este mensaje",
    asHtml: "En HTML",
    asText: "En texto",
    alone: "Abrir solo el HTML",
    back: "Todos los mensajes",
  },

  askName: {
    subject: "¿Está su nombre escrito como usted quiere?",
    preview: "¿Está escrito como quiere que se entregue? Usted cuenta en cualquier caso.",
    heading: "¿Está su nombre escrito como usted quiere?",
    intro: (title, confirmedOn, company) =>
      `El ${confirmedOn} usted confirmó su firma de la petición “${title}” y aceptó que su nombre se entregue a ${company}. Antes de entregar los nombres, una persona de la campaña mira los que podrían tener una errata. El suyo es uno de ellos.`,
    written: "Su nombre ahora",
    button: "Revisar mi nombre",
    buttonNote: (until) =>
      `La página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}.`,
    nextHeading: "Qué pasa después",
    ifChanged: "Si lo corrige, se entrega el nombre nuevo.",
    ifCorrect:
      "Si está bien tal como está, responda a este mensaje y dígalo: nadie tiene que explicar su nombre.",
    ifNothing:
      "Si no hace nada, su firma sigue contando y su nombre no se entrega. No se le preguntará de nuevo.",
    reason:
      "Se envía una sola vez, porque una persona de la organización preguntó por el nombre con el que usted firmó.",
  },
} satisfies Translation<Words["mail"]>;
