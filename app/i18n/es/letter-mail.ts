import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

export default {
  to: "Para",
  office: (company) => `departamento de relaciones con inversionistas de ${company}`,
  length: "La carta",
  lengthOf: (characters) => `${characters} caracteres. Léala en la página enlazada aquí`,
  shares: "Acciones",
  statedShares: "la carta dice cuántas tiene. La página muestra el número",
  sharesUntold: "no están en la carta",
  shownTo: "En este sitio",
  displays: {
    anonymous: "nadie puede leerla",
    initials:
      "todo el mundo puede leerla, con sus iniciales y su país, cuando la organización la haya aprobado",
    public: "todo el mundo puede leerla, con su nombre y su país, cuando la organización la haya aprobado",
  },
  agreedTo: "Usted aceptó",
  agreed: ({ replyTo, updates }, company) =>
    `${[
      "guardar la carta",
      `dársela a ${company} con su nombre y su país`,
      ...(replyTo ? [`una respuesta de ${company} a su dirección`] : []),
      ...(updates ? ["novedades por correo electrónico"] : []),
      ...(replyTo ? [] : [`${company} no recibe su correo electrónico`]),
    ].join("; ")}`,
  weHold: "Guardamos",
  held: "su correo electrónico, nombre, país, carta, respuestas, idioma y la hora de cada paso. El número de sus acciones se guarda cifrado",
  warning: (company) =>
    `Si usted trabaja para ${company} o para un proveedor suyo, su empleador verá su nombre al pie de la carta.`,

  confirm: {
    subject: "Falta un paso: confirme su carta",
    preview: "Con un toque la enviamos. Hasta entonces no la lee nadie.",
    heading: "Confirme su carta",
    intro: (company, writtenOn) =>
      `Gracias por escribir el ${writtenOn} al departamento de relaciones con inversionistas de ${company}. Lea su carta una vez más y confírmela. Hasta entonces no la lee nadie.`,
    button: "Confirmar mi carta",
    buttonNote: (deletedOn) => `El enlace sirve hasta el ${deletedOn}. Después borramos la carta.`,
    notYou:
      "¿No fue usted? No haga nada, y borramos la carta. Para que no le escribamos nunca más, abra el enlace y elija “Borrarla y no escribirme nunca más”.",
    reason: "Recibe este correo porque alguien escribió esta dirección en el formulario.",
  },

  reminder: {
    subject: "Su carta todavía no está confirmada",
    preview: "Con un toque la enviamos. Es el único recordatorio.",
    heading: "Su carta aún no está confirmada",
    reason:
      "Recibe este correo porque alguien escribió esta dirección en el formulario. Es el único recordatorio.",
  },

  already: {
    subject: "Ya tenemos su carta: no hay nada que hacer",
    preview: "Dónde está, y qué puede hacer.",
    heading: "Ya tenemos su carta",
    headingHandedOver: "Ya enviamos su carta",
    intro: (name, company, confirmedOn) =>
      `Gracias, ${name}. Usted confirmó su carta a ${company} el ${confirmedOn}; espera su envío. Alguien escribió ahora otra carta con su dirección. Admitimos una carta a la vez, y esa no la guardamos.`,
    introHandedOver: (name, company, handedOverOn, from) =>
      `Gracias, ${name}. Su carta a ${company} se envió el ${handedOverOn}. Alguien escribió ahora otra carta con su dirección. Puede escribir de nuevo desde el ${from}; esa no la guardamos.`,
    introFiled: (name, company, filedOn, from) =>
      `Gracias, ${name}. Su carta a ${company} se guardó en un archivo el ${filedOn}, sin enviarse. Alguien escribió ahora otra carta con su dirección. Puede escribir de nuevo desde el ${from}; esa no la guardamos.`,
    unchanged: "Para ver su estado, o para retirarla y escribir otra, abra su propia página:",
    unchangedHandedOver: "Para ver su estado, abra su propia página:",
    button: "Recibir el enlace a mi página",
    buttonNote: "Le pide esta dirección y le envía un enlace que solo le sirve a usted.",
    notYou: "¿No fue usted? A nadie se le mostró nada de su carta.",
    reason: "Recibe este correo porque se escribió una carta con esta dirección.",
  },

  receipt: {
    subject: "Su carta está confirmada. Gracias",
    preview: "Su comprobante, y lo que sigue.",
    heading: (name) => `Gracias, ${name}`,
    intro: (company, confirmedOn) =>
      `Usted confirmó su carta al departamento de relaciones con inversionistas de ${company} el ${confirmedOn}.`,
    reason: "Recibe este correo una sola vez porque confirmó su carta.",
  },

  next: (rhythm) =>
    `Sale con nuestro próximo envío, una vez aprobado. Preparamos uno ${rhythm}. Hasta entonces puede retirarla.`,

  heldBack: {
    subject: "Su carta está confirmada; primero la leemos",
    preview: "Por qué, y qué sigue.",
    heading: "Su carta está confirmada; primero la leemos",
    intro: (name, company, confirmedOn) =>
      `Gracias, ${name}. Usted confirmó su carta al departamento de relaciones con inversionistas de ${company} el ${confirmedOn}.`,
    why: (reason) =>
      `La organización la lee antes de enviarla, porque ${reason}. Eso lo señaló un programa, y los programas se equivocan a menudo. Si no la enviamos, le decimos por qué.`,
    reason: "Recibe este correo una sola vez porque confirmó su carta.",
  },

  released: {
    subject: "Su carta se enviará",
    preview: "La organización la leyó. No hay nada que hacer.",
    heading: "Su carta se enviará",
    intro: (name, company) =>
      `Gracias, ${name}. La organización leyó su carta al departamento de relaciones con inversionistas de ${company}.`,
    shownLater: "La organización la lee una vez más antes de que aparezca en este sitio.",
    reason: "Recibe este correo una sola vez porque la organización decidió sobre su carta.",
  },

  refused: {
    subject: "No enviaremos su carta: vea por qué",
    preview: "Por qué, y qué puede hacer.",
    heading: "No enviaremos su carta",
    intro: (name, company, reason) =>
      `${name}, gracias por escribir. La organización leyó su carta al departamento de relaciones con inversionistas de ${company} y no la enviará: ${reason}.`,
    writeAgain:
      "No la recibió nadie. Puede escribir otra ahora, o enviar esta por su cuenta: su página tiene el texto.",
    mistake: "Si cree que es un error, responda a este correo.",
    reason: "Recibe este correo una sola vez porque la organización decidió sobre su carta.",
  },

  sent: {
    subject: "Su carta se envió",
    preview: "Cuándo la enviamos, y cómo verificarlo.",
    heading: "Su carta se envió",
    subjectFiled: "Su carta se guardó, pero no se envió",
    previewFiled: "Por qué, y cómo enviarla por su cuenta.",
    intro: (name, company, handedOverOn) =>
      `Gracias, ${name}. El ${handedOverOn} enviamos su carta al departamento de relaciones con inversionistas de ${company}. Nuestro proveedor de correo la aceptó. Ya no se puede retirar.`,
    introFiled: (name, company, handedOverOn) =>
      `${name}, el ${handedOverOn} su carta al departamento de relaciones con inversionistas de ${company} se guardó en un archivo en nuestra computadora. No se envió: este sitio aún no tiene proveedor de correo. Puede enviarla por su cuenta; su página tiene el texto.`,
    withdrawn: (withdrawnOn) =>
      `Usted la retiró el ${withdrawnOn}. Para entonces la empresa ya la tenía, o estaba en un paquete impreso. Su página muestra las dos fechas.`,
    dispatch: "Envío",
    dispatchOf: (number, kind) =>
      kind === "individual"
        ? `número ${number}, por separado`
        : `número ${number}, con las cartas de otras personas`,
    handedOverAt: "Enviada",
    filedAt: "Guardada",
    moment: (day, time) => `${day}, ${time}`,
    sha256: "SHA-256 de su texto",
    check:
      "Este código, sin sus espacios, se calcula con el texto exacto de su carta. Con el texto, cualquiera puede calcularlo y comparar. Su página muestra qué pasa con su carta en la empresa, en cuanto lo sabemos.",
    reason: "Recibe este correo una sola vez por su carta.",
  },

  replied: {
    subject: "La empresa respondió a su carta. Lea la respuesta",
    preview: "Lea la respuesta en su página.",
    heading: "La empresa respondió",
    intro: (name, company, from, receivedOn) =>
      `${name}, ${company} (${from}) respondió el ${receivedOn}. La respuesta es al envío que incluía su carta. Léala en su página.`,
    public: "La respuesta también es pública:",
    reason: "Recibe este correo porque la organización registró una respuesta a su carta.",
  },

  personal: {
    buttons: {
      withdraw: "Ver o retirar mi carta",
      see: "Ver mi carta",
      text: "Ver el texto de mi carta",
      answer: "Leer la respuesta",
    },
    note: (until) =>
      `La página es solo suya: no reenvíe este correo. El enlace sirve hasta el ${until}; para descargar o borrar todo, úselo dentro de 24 horas.`,
  },

  inPerson: {
    heading: "Su carta se entregó",
    intro: (name, company, handedOverOn) =>
      `Gracias, ${name}. El ${handedOverOn} entregamos su carta a ${company} en persona, con nombres y cartas de otras personas. Ya no se puede retirar.`,
    delivery: "en persona",
    handedOverAt: "Entregada",
  },
} satisfies Translation<Words["letterMail"]>;
