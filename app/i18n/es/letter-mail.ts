import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  to: "Para",
  office: (company) => `departamento de relaciones con inversionistas de ${company}`,
  length: "La carta",
  lengthOf: (characters) =>
    `${characters} caracteres. Un mensaje no la repite; la página que abre el botón la muestra completa`,
  shares: "Acciones",
  statedShares: "la carta dice cuántas tiene. La página muestra el número",
  sharesUntold: "la carta no dice ninguna",
  shownTo: "En este sitio",
  displays: {
    anonymous: "no la lee nadie",
    initials:
      "la lee todo el mundo, con sus iniciales y su país, después de que alguien de la organización la haya revisado",
    public:
      "la lee todo el mundo, con su nombre y su país, después de que alguien de la organización la haya revisado",
  },
  agreedTo: "Usted aceptó",
  agreed: ({ replyTo, updates }, company) =>
    `${[
      "que la carta se guarde",
      `que se entregue a ${company} con su nombre y su país`,
      ...(replyTo ? [`que ${company} responda a su dirección`] : []),
      ...(updates ? ["novedades por correo electrónico"] : []),
      ...(replyTo ? [] : [`${company} no conoce su correo electrónico`]),
    ].join("; ")}`,
  weHold: "Guardamos",
  held: "su correo electrónico, nombre, país, la carta y las respuestas de su formulario, idioma, la hora de cada paso. El número de sus acciones se guarda cifrado",
  warning: (company) =>
    `Si usted trabaja para ${company}, quien le emplea verá su nombre al pie de la carta. Si trabaja para un proveedor suyo, quien le emplea puede verlo.`,

  confirm: {
    subject: "Falta un paso: confirme su carta",
    preview: "Un botón, y su carta sale. Hasta entonces no la lee nadie.",
    heading: "Confirme su carta",
    intro: (company, writtenOn) =>
      `Gracias por escribir el ${writtenOn} al departamento de relaciones con inversionistas de ${company}. Lea su carta una vez más y confírmela. Hasta entonces no la lee nadie.`,
    button: "Confirmar mi carta",
    buttonNote: (deletedOn) =>
      `El botón abre una página con su carta, para confirmarla allí. Sirve hasta el ${deletedOn}; después, la carta se borra.`,
    notYou:
      "Si no fue usted, no haga nada: lo escrito se borra. Para que no le escribamos nunca más, abra la página y elija “Borrarlo y no escribirme nunca más”.",
    reason: "Enviado porque esta dirección se escribió en el formulario.",
  },

  reminder: {
    subject: "Recordatorio: confirme su carta",
    preview: "Un botón, y su carta sale. Este es el único recordatorio.",
    heading: "Su carta aún no está confirmada",
    reason: "Enviado porque esta dirección se escribió en el formulario. Este es el único recordatorio.",
  },

  already: {
    subject: "Ya tenemos su carta",
    preview: "No hay nada que hacer.",
    heading: "Usted tiene una carta en camino",
    headingHandedOver: "Su carta ya se entregó",
    intro: (name, company, confirmedOn) =>
      `${name}, se escribió otra carta a ${company} con su dirección. Su carta, confirmada el ${confirmedOn}, está en camino, y cada persona tiene una en camino a la vez. La otra no se guardó.`,
    introHandedOver: (name, company, handedOverOn, from) =>
      `${name}, se escribió otra carta a ${company} con su dirección. Su carta se entregó el ${handedOverOn}. La siguiente se admite desde el ${from}. La otra no se guardó.`,
    unchanged: "Para ver en qué punto está, o para retirarla y escribir otra, pida su propia página:",
    unchangedHandedOver: "Para ver en qué punto está, pida su propia página:",
    button: "Recibir el enlace a mi página",
    buttonNote: "Le pedirá esta dirección y enviará por correo un enlace que solo le sirve a usted.",
    notYou: "Si no fue usted: nada de su carta se mostró a nadie.",
    reason: "Enviado porque se escribió una carta con esta dirección.",
  },

  receipt: {
    subject: "Gracias: su carta está confirmada",
    preview: "Su comprobante, y lo que sigue.",
    heading: (name) => `Gracias, ${name}`,
    intro: (company, confirmedOn) =>
      `Usted confirmó su carta al departamento de relaciones con inversionistas de ${company} el ${confirmedOn}.`,
    reason: "Enviado una sola vez, porque usted confirmó su carta.",
  },

  next: (rhythm) =>
    `Sale con el próximo envío. Se prepara uno ${rhythm}, y sale cuando está aprobado. Un mensaje le dirá cuándo se entregó su carta; hasta entonces puede retirarla.`,

  heldBack: {
    subject: "Su carta está confirmada, en espera",
    preview: "Alguien de la organización la lee antes de que salga.",
    heading: "Su carta está confirmada, y alguien la revisa antes",
    intro: (name, company, confirmedOn) =>
      `${name}, usted confirmó su carta al departamento de relaciones con inversionistas de ${company} el ${confirmedOn}.`,
    why: (reason) =>
      `Alguien de la organización la lee antes de que salga, porque ${reason}. Eso lo encontró un programa, y los programas se equivocan a menudo: decide una persona. Usted no tiene que hacer nada. Si no se entrega, un mensaje dirá por qué. Para cambiarla, retírela en su página y escriba otra.`,
    reason: "Enviado una sola vez, porque usted confirmó su carta.",
  },

  released: {
    subject: "Su carta se enviará",
    preview: "Alguien de la organización lo revisó, y se enviará.",
    heading: "Su carta se enviará",
    intro: (name, company) =>
      `${name}, alguien de la organización leyó su carta al departamento de relaciones con inversionistas de ${company}, y nada se opone a que salga.`,
    shownLater:
      "Esto decide solo sobre el envío. Alguien de la organización la revisa una vez más antes de que se muestre en este sitio.",
    reason: "Enviado una sola vez, porque la organización decidió sobre su carta.",
  },

  refused: {
    subject: "No se entregará su carta",
    preview: "Por qué, y qué puede hacer.",
    heading: "No se entregará su carta",
    intro: (name, company, reason) =>
      `${name}, alguien de la organización leyó su carta al departamento de relaciones con inversionistas de ${company} y no la entregará: ${reason}.`,
    anew: "No se envió a nadie. Puede escribir otra ahora mismo, o enviar esta por su cuenta: su página tiene el texto.",
    mistake: "Si cree que es un error, responda a este mensaje.",
    reason: "Enviado una sola vez, porque la organización decidió sobre su carta.",
  },

  sent: {
    subject: "Su carta se entregó",
    preview: "Cuándo se entregó, y cómo comprobarlo.",
    heading: "Su carta se envió",
    headingFiled: "Su carta se escribió en un archivo",
    intro: (name, company, handedOverOn) =>
      `${name}, el ${handedOverOn} enviamos su carta al departamento de relaciones con inversionistas de ${company}: nuestro proveedor de correo la aceptó para entregarla. Ya no se puede retirar.`,
    introFiled: (name, company, handedOverOn) =>
      `${name}, el ${handedOverOn} su carta al departamento de relaciones con inversionistas de ${company} se escribió en un archivo en el propio equipo de la campaña. Nadie la llevó a ${company}: este sitio no tiene configurado ningún proveedor de correo. Puede enviarla por su cuenta; su página tiene el texto.`,
    withdrawn: (withdrawnOn) =>
      `Usted la retiró el ${withdrawnOn}. Para entonces ya estaba en manos de la empresa, o en un paquete que se había hecho antes. De la entrega supimos solo después, y su página dice ambas cosas.`,
    dispatch: "Envío",
    dispatchOf: (number, kind) =>
      kind === "individual"
        ? `número ${number}, como carta aparte`
        : `número ${number}, con las cartas de otras personas`,
    handedOverAt: "Enviada",
    filedAt: "Escrita",
    moment: (day, time) => `${day}, ${time}`,
    sha256: "SHA-256 de su texto",
    check:
      "Este código, sin sus espacios, se calcula a partir del texto exacto de su carta: quien tenga el texto puede calcularlo de nuevo y comparar. Lo que ocurra con ella en la empresa aparecerá en su página en cuanto lo sepamos, y como “no se sabe” mientras no lo sepamos.",
    reason: "Enviado una sola vez, porque su carta se entregó.",
  },

  replied: {
    subject: "La empresa respondió a su carta",
    preview: "Lea la respuesta en su página.",
    heading: "La empresa respondió",
    intro: (name, company, from, receivedOn) =>
      `${name}, el ${receivedOn} ${company} (${from}) respondió al envío que incluía su carta. La organización registró la respuesta, y figura en su página.`,
    public: "También está publicada con las cartas:",
    reason: "Enviado porque se registró una respuesta a su carta.",
  },

  personal: {
    buttons: {
      withdraw: "Ver o retirar mi carta",
      see: "Ver mi carta",
      text: "Ver el texto de mi carta",
      answer: "Leer la respuesta",
    },
    note: (until) =>
      `Esa página es solo suya, así que no reenvíe este mensaje. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de las 24 horas siguientes a este mensaje.`,
  },

  inPerson: {
    heading: "Su carta se entregó",
    intro: (name, company, handedOverOn) =>
      `${name}: el ${handedOverOn} su carta se entregó en persona a ${company}, junto con los nombres y las cartas de otras personas. Ya no se puede retirar.`,
    delivery: "en persona",
    handedOverAt: "Entregada",
  },
} satisfies Translation<Words["letterMail"]>;
