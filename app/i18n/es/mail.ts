import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

/** The sentence after a name; without one it begins with a capital. */
const addressed = (name: string | null, sentence: string) =>
  name ? `${name}, ${sentence}` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: string[]) => conjunction.format(items);

export default {
  parts: {
    buttonFails: "Si el botón no funciona, copie esta dirección:",
    notAffiliated: (company) => `Sin vínculo con ${company}.`,
    privacy: "Qué guardamos y por cuánto tiempo",
    links: "Enlaces",
    youSign: "Usted firma",
    youSigned: "Usted firmó",
    petition: (summary, version, date) => `${summary} (Versión\u00a0${version}, ${date})`,
    receiptCode: "Código del comprobante",
    shownAs: "Se muestra como",
    display: {
      anonymous: "nada: su firma se cuenta; su nombre no se muestra",
      initials: "sus iniciales",
      public: "su nombre",
    },
    agreedTo: "Usted aceptó",
    agreed: ({ updates, deliverToCompany }, company) => {
      const given = ["que su firma se guarde y se cuente"];
      if (updates) given.push("novedades por correo electrónico");
      if (deliverToCompany) given.push(`que su nombre se entregue a ${company} con la petición`);
      const withheld = deliverToCompany ? "" : ` Su nombre no se da a ${company}.`;
      return `${given.join("; ")}.${withheld}`;
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
      ])}; nada más`,
  },

  confirm: {
    subject: "Confirme su correo electrónico",
    preview: "Un solo botón en la página que se abre. Hasta entonces su nombre no cuenta en ninguna parte.",
    heading: "Confirme su firma",
    intro: (name, title, signedOn) =>
      `${addressed(name, "alguien escribió esta dirección")} bajo la petición “${title}” el ${signedOn}. Si fue usted, abra la página y pulse su único botón. Hasta entonces su nombre no cuenta en ninguna parte.`,
    button: "Abrir la página para confirmar",
    notYou: (deletedOn) =>
      `Si no fue usted, no haga nada: a menos que alguien lo confirme, lo escrito se borra el ${deletedOn}. Para que no le escribamos más, abra la página y elija “No fui yo: no me escriban nunca más”.`,
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  petitionChanged: {
    subject: "Un texto que lleva su nombre tiene una versión nueva",
    preview: "Pide algo distinto. Usted decide si su nombre lo acompaña.",
    heading: "La petición que firmó tiene un texto nuevo",
    intro: (name: string, title: string, signedOn: string) =>
      `${name}, usted firmó la petición “${title}” y lo confirmó el ${signedOn}. Desde entonces se cambió y pide algo distinto.`,
    change: "Qué cambió",
    stands: (version: number) =>
      `Su firma sigue con el texto que firmó, la versión\u00a0${version}. Se cuenta ahí, aparte de quienes firman el texto nuevo.`,
    button: "Leer los dos textos y decidir",
    buttonNote: (until: string) =>
      `La página es solo suya: por favor, no reenvíe este correo. El enlace funciona hasta el ${until}.`,
    choose: "Qué puede hacer allí",
    keep: "Dejar su firma con el texto que firmó. Si no hace nada, también se queda ahí.",
    move: "Firmar el texto nuevo: su firma pasa a él.",
    withdraw: "Retirar su firma.",
    reason: "Se envía una sola vez a quienes habían firmado el texto anterior. No se vuelve a preguntar.",
    stop: "No recibir más avisos de textos nuevos",
  },

  reminder: {
    subject: "Un recordatorio: confirme su correo electrónico",
    preview: "Hace dos días un botón quedó sin pulsar. Este es el único recordatorio.",
    heading: "Su firma aún no está confirmada",
    intro: (name, title, signedOn) =>
      `${addressed(name, "esta dirección se escribió")} bajo la petición “${title}” el ${signedOn}, y nadie la ha confirmado desde entonces. Hasta ahora su nombre no cuenta en ninguna parte. Si fue usted, abra la página y pulse su único botón.`,
    reason: "Enviado porque esta dirección se escribió en el formulario. Este es el único recordatorio.",
  },

  alreadySigned: {
    subject: "Su correo electrónico ya está confirmado",
    preview: "No hay nada que hacer. Lo que usted confirmó sigue en pie.",
    heading: "Usted ya ha firmado",
    intro: (name, title, confirmedOn) =>
      `${name}, alguien ha escrito esta dirección una vez más bajo la petición “${title}”. Su firma está en pie desde el ${confirmedOn}. Cuenta una vez y no hay nada que hacer.`,
    notStored: "Lo que se escribió esta vez no se ha guardado. Para cambiar algo, pida su propia página:",
    button: "Pedir su página",
    buttonNote: "Le pedirá esta dirección y enviará por correo un enlace que solo le sirve a usted.",
    notYou:
      "Si no fue usted: quien escribió su dirección vio la misma página que todo el mundo y no averiguó nada sobre usted.",
    share: "La petición, para alguien que no haya firmado:",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  receipt: {
    subject: "Su comprobante",
    preview: "Su correo electrónico está confirmado. Este es su comprobante.",
    heading: "Su firma cuenta",
    intro: (name, title, confirmedOn) =>
      `${name}, usted confirmó su firma bajo la petición “${title}” el ${confirmedOn}. Cuenta desde ahora.`,
    codeNote: "Mencione este código si nos escribe sobre su firma. No abre nada.",
    button: "Ver o cambiar lo que guardamos",
    buttonNote: (until, url) =>
      `Esa página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}; para descargar o borrar todo debe tener menos de 24 horas. Uno nuevo: ${url}`,
    share: "El próximo nombre vale tanto como el suyo. La petición, para enviársela a alguien:",
    reason: "Enviado una sola vez, porque usted confirmó su firma.",
  },

  manageLink: {
    subject: "El enlace que pidió",
    preview: "Una página donde ver y cambiar todo lo que guardamos sobre usted.",
    heading: "Su página",
    intro: (name) =>
      `${name}, alguien pidió un enlace a la página con todo lo que guardamos bajo esta dirección. Allí puede corregirlo, ocultar su nombre, cambiar cada consentimiento, retirar, descargarlo todo o borrarlo.`,
    button: "Abrir su página",
    buttonNote: (until) =>
      `El enlace sirve hasta el ${until}; para descargar o borrar todo debe tener menos de 24 horas. Quien lo tenga puede usarlo, así que no reenvíe este mensaje.`,
    notYou:
      "Si no fue usted, no haga nada. Este enlace no se envió a nadie más que a usted, y nada ha cambiado.",
    reason: "Enviado porque se pidió un enlace con esta dirección.",
  },

  dataErased: {
    subject: "Sus datos se han borrado",
    preview: "Lo que guardábamos bajo esta dirección ya no está. No hay nada que hacer.",
    heading: "Se ha borrado lo que guardábamos sobre usted",
    intro: (erasedOn) =>
      `El ${erasedOn} borramos lo que guardábamos bajo esta dirección, como usted pidió. Este mensaje se escribió de memoria y es el último.`,
    erased: "Borrado",
    erasedWhat:
      "su correo electrónico, nombre, país, firma, compromiso, cartas, comentarios, consentimientos y todos los mensajes que esperaban para usted",
    kept: "Conservado",
    keptWhat:
      "el número de firmas, y un código hecho a partir de su dirección que no permite leerla. Si esta dirección vuelve a firmar, sigue contando una sola vez.",
    outOfReach: "Fuera de nuestro alcance",
    outOfReachWhat: (company) =>
      `los mensajes que ya se le habían entregado, en su proveedor de correo y en el nuestro; y, si usted lo había aceptado, su nombre en listas, y sus cartas, que ya se entregaron a ${company}`,
    backups:
      "Si alguna vez se restaura una copia de seguridad anterior, sus datos se borran de ella antes de que nadie pueda usarla.",
    reason: "Enviado una sola vez, porque usted pidió este borrado.",
  },

  organizerCode: {
    subject: "Su código de acceso",
    preview: "Sirve una vez, durante diez minutos, en el navegador que lo pidió.",
    heading: "Su código de acceso",
    intro: "Escriba este código en la página que lo pidió.",
    code: "Código",
    codeNote: (until) => `Sirve una vez, hasta las ${until}, y solo en el navegador que lo pidió.`,
    notYou:
      "Si usted no lo pidió, alguien escribió su dirección. No puede entrar sin este mensaje. No dé el código a nadie: nunca lo pedimos por correo ni por teléfono.",
    reason: "Enviado porque se pidió un código de acceso con esta dirección.",
  },

  proofCode: {
    subject: "Su código para confirmar que es usted",
    preview: "Sirve una vez, durante diez minutos, para lo único que este mensaje nombra.",
    heading: "Su código para confirmar que es usted",
    intro: (what, title) =>
      `Alguien que ha entrado con su cuenta está a punto de ${what} (campaña “${title}”). Si es usted, escriba este código en la página que lo pidió.`,
    purposes: {
      export: "sacar datos de personas de la consola",
      erase: "borrar los datos de alguien",
      send: "dejar salir correo a muchas personas",
      team: "cambiar quién puede hacer qué en el equipo",
      unfreeze: "levantar un bloqueo",
      bulk: "invalidar firmas, o deshacerlo",
      close: "cerrar la campaña, o volver a abrirla",
      token: "crear o anular una clave de acceso",
      sender: "cambiar el remitente de los correos de la campaña",
      security: "cambiar cómo está protegida su cuenta",
    },
    code: "Código",
    codeNote: (until) => `Sirve una vez, hasta las ${until}, en el navegador que lo pidió, y para nada más.`,
    notYou:
      "No dé el código a nadie: nunca lo pedimos por correo ni por teléfono. Si usted no lo pidió, otra persona está usando la consola en su nombre. No lo escriba y avise de inmediato a quien administra el sitio, que puede cerrar todas sus sesiones.",
    reason: "Enviado porque alguien que ha entrado con su cuenta pidió un código.",
  },

  approverChanged: {
    given: {
      subject: "Alguien puede aprobar a partir de ahora",
      preview: "Una persona más puede aprobar aquello para lo que hacen falta dos.",
      you: (by, title) => `${by} le dio el derecho de aprobar en la campaña “${title}”.`,
      other: (who, by, title) => `${by} dio a ${who} el derecho de aprobar en la campaña “${title}”.`,
      counts: (moment) =>
        `Se aprueba lo que va a muchas personas, los paquetes y las invalidaciones en bloque. Esta palabra cuenta como la de una segunda persona a partir del ${moment}.`,
    },
    taken: {
      subject: "A alguien se le quitó el derecho de aprobar",
      preview: "Ya no puede aprobar aquello para lo que hacen falta dos personas.",
      you: (by, title) => `${by} le quitó el derecho de aprobar en la campaña “${title}”.`,
      other: (who, by, title) => `${by} quitó a ${who} el derecho de aprobar en la campaña “${title}”.`,
      counts: (moment) =>
        `Se aprueba lo que va a muchas personas, los paquetes y las invalidaciones en bloque. Hasta el ${moment} nadie es por ello la única persona que puede aprobar.`,
    },
    operator: "Quien administra el sitio",
    wrong:
      "Si no es correcto, hable con quien lo hizo o con quien administra el sitio. Quien puede aprobar puede bloquear la campaña, lo que detiene exportaciones y correos en segundos.",
    button: "Abrir el equipo",
    reason: "Enviado porque usted está, o estaba, entre quienes pueden aprobar o gestionar en esta campaña.",
  },

  update: {
    preview: "Una novedad que usted pidió.",
    eyebrow: (number, sentOn) => `Novedad ${number}, ${sentOn}`,
    greeting: (name) => `Hola, ${name}:`,
    signOff: (operator, title) => `${operator}, por la campaña “${title}”`,
    onTheWeb: "Léala en la web, o pásela a otras personas:",
    reason:
      "Recibe este mensaje porque aceptó recibir novedades por correo. Sin seguimiento: no sabemos si lo ha abierto.",
    stop: "Darme de baja de las novedades",
    manage: "Ver o cambiar lo que guardamos",
  },

  updateTest: {
    subject: (subject) => `Prueba: ${subject}`,
    notice:
      "Esto es una prueba. Se le envió solo a usted, porque la pidió en la consola. Los lectores reciben lo que sigue, con su propio nombre y su propio enlace para dejar de recibir estos mensajes; el suyo no detiene nada.",
  },

  updatePaused: {
    subject: "Una novedad está detenida",
    preview: "No se envía a nadie hasta que alguien la reanude. No se pierde nada.",
    heading: "Una novedad está detenida",
    intro: (name, number, title) =>
      `${name}, la novedad ${number} de la campaña “${title}” se ha detenido por sí sola. Quien la recibió no la recibirá otra vez, y los demás esperan hasta que alguien la reanude.`,
    why: "Por qué",
    whatToDo: "Qué hacer",
    problem: "Notificado como",
    reasons: {
      organizer: {
        why: "La detuvo alguien de la organización.",
        whatToDo: "Reanúdela cuando deba continuar.",
      },
      quota: {
        why: "Se ha agotado la cuota en el proveedor de correo.",
        whatToDo: "Amplíe la cuota o espere a que se renueve; después, reanude.",
      },
      provider: {
        why: "El proveedor de correo rechaza nuestra cuenta o su configuración.",
        whatToDo:
          "Pida a quien administra el sitio que revise la cuenta, la clave y el dominio del remitente; después, reanude.",
      },
      bounces: {
        why: "Demasiados mensajes fueron devueltos: las direcciones no existen.",
        whatToDo:
          "Averigüe de dónde vienen esas direcciones antes de reanudar. A quien envía mensajes que se devuelven una y otra vez pronto se le rechaza en todas partes.",
      },
      complaints: {
        why: "Demasiados lectores la denunciaron como no deseada.",
        whatToDo:
          "Revise el texto y a quién se envió antes de reanudar. A quien envía correo no deseado pronto se le rechaza en todas partes.",
      },
      "not-ready": {
        why: "Falta algo que toda novedad debe llevar: la dirección postal, el remitente o la dirección de este sitio.",
        whatToDo: "La página de la novedad dice qué falta. Cuando esté, reanude.",
      },
      differs: {
        why: "Algo que sus correos dicen además del texto cambió después de que se aprobara: una afirmación que cita, el título, los datos del responsable o el remitente.",
        whatToDo:
          "La página de la novedad indica qué cambió. Devuélvalo a como estaba y reanude, o haga que se apruebe tal como está ahora.",
      },
      "words-unreadable": {
        why: "Cita una afirmación del caso que se retiró después de aprobarla.",
        whatToDo: "Publique de nuevo la afirmación y reanude, o cancele la novedad y escriba otra.",
      },
    },
    button: "Abrir la novedad",
    reason: "Enviado porque usted puede aprobar novedades de esta campaña.",
  },

  noticeHeld: {
    subject: "El aviso a quienes ya firmaron está detenido",
    preview: "No se avisa a nadie hasta que alguien lo haya revisado. No se pierde nada.",
    intro: (name, version, title) =>
      `${name}, los mensajes que avisan a quienes ya firmaron del texto ${version} de la petición “${title}” están detenidos. Quien ya recibió el aviso no lo recibirá otra vez, y los demás esperan.`,
    why: "Por qué",
    because:
      "Algo que dicen estos mensajes cambió después de que se aprobaran: lo que cambia el nuevo texto, el título, los datos del responsable o el remitente.",
    whatToDo: "Qué hacer",
    todo: "La página de la petición indica qué cambió. Devuélvalo a como estaba y deje que continúe; o pida que se apruebe tal como está ahora, lo que hace otra persona.",
    button: "Abrir la petición",
    reason: "Enviado porque usted puede aprobar lo que se envía a muchas personas de esta campaña.",
  },

  mailbox: {
    title: "Buzón",
    intro:
      "Todos los mensajes que este equipo ha escrito como archivos, empezando por el más reciente. Nadie más puede abrir esta página, y nada de lo que hay aquí se envió a nadie.",
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
    subject: "Una pregunta sobre su nombre",
    preview: "¿Está escrito como quiere que se entregue? Usted cuenta en cualquier caso.",
    heading: "¿Está su nombre escrito como usted quiere?",
    intro: (title, confirmedOn, company) =>
      `El ${confirmedOn} confirmó su firma bajo la petición “${title}” y aceptó que su nombre se entregue a ${company}. Antes de entregar los nombres, una persona de la campaña mira los que podrían tener una errata. El suyo es uno de ellos.`,
    written: "Su nombre, tal como está ahora",
    button: "Verlo o corregirlo",
    buttonNote: (until, url) =>
      `La página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}. Uno nuevo: ${url}`,
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
