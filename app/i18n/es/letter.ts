import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";
import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

export default {
  sharesLine: (shares, company) =>
    icu("Tengo {shares} {count, plural, one {acción} other {acciones}} de {company}.", {
      shares,
      count: Number(shares),
      company,
    }),

  rhythm: (everyDays, milestone) =>
    milestone === null
      ? icu("{everyDays, plural, =1 {cada día} =7 {una vez por semana} other {cada # días}}", { everyDays })
      : icu(
          "{everyDays, plural, =1 {cada día} =7 {una vez por semana} other {cada # días}}, o antes si hay {milestone, plural, one {# carta} other {# cartas}} en espera",
          { everyDays, milestone },
        ),

  title: "Escriba una carta",
  eyebrow: (company) => `A relaciones con inversionistas de ${company}`,
  standfirst:
    "Sus propias palabras pesan más que las nuestras. Responda tres preguntas para tener un borrador, o empiece desde cero.",

  begin: {
    heading: "Tres preguntas para un borrador",
    role: "¿Quién es usted?",
    roleHint: (company) => `No diga para quién trabaja: nunca lo preguntamos, y ${company} lo leería.`,
    roles: {
      customer: "Cliente",
      shareholder: "Accionista",
      neighbour: "Vecino o vecina",
      touched: "Alguien a quien esto afecta",
    },
    asLines: {
      customer: (company) => `Escribo como cliente de ${company}.`,
      shareholder: (company) => `Escribo como accionista de ${company}.`,
      neighbour: () => "Escribo como vecino de personas a quienes esto afecta.",
      touched: () => "Escribo como alguien a quien esto afecta.",
    },
    who: "Algo más sobre usted, en una frase",
    whoHint: "Por ejemplo, dónde vive o desde cuándo usa sus productos, pero nunca su empleador.",
    why: "¿Por qué le importa?",
    whyHint: "Lo que más convence, en unas pocas frases, es lo que usted mismo ha visto o leído.",
    ask: "Lo que usted pide",
    askHint: "Estas palabras de la campaña cierran su borrador, donde puede cambiarlas o quitarlas.",
    button: "Escribir mi borrador",
  },

  form: {
    recipient: "Para quién es",
    body: "Su carta",
    bodyHint: "Solo texto, hasta 5,000 caracteres, sin números de tarjetas, de cuentas ni del seguro social.",
    count: "# de 5,000 caracteres",
    person: "Quién la firma",
    name: "Nombre",
    nameHint: "Como aparece al pie de la carta.",
    email: "Correo electrónico",
    emailHint: (company) => `Para confirmar, y para la respuesta de ${company} si abajo la permite.`,
    country: "País",
    sharesLegend: "Si tiene acciones",
    sharesHint: "La carta lo dice, y lo guardamos cifrado, solo si marca la casilla.",
    shares: "Cuántas",
    sayShares: "Decir en la carta cuántas acciones tengo.",
    preview: (company) => `Ver lo que leerá ${company}`,
    agree: "Lo que usted acepta",
    consentLetter: "Pueden guardar esta carta, que puede revelar mis ideas políticas.",
    consentDeliver: (company) => `Entréguenla a ${company} con mi nombre y mi país.`,
    deliverWarning: (company) =>
      `Si usted trabaja para ${company} o para un proveedor suyo, su empleador verá su nombre; la lista de la petición para ${company} se elige aparte.`,
    consentReplyTo: (company) => `Permito que ${company} me responda a mi dirección.`,
    replyToHint: (company) => `${company} recibe entonces su correo electrónico.`,
    consentUpdates: "Envíenme novedades de esta campaña.",
    display: "Quién puede leerla, además de la empresa y la campaña",
    displayHint:
      "Si elige “todo el mundo”, acepta mostrarla aquí con sus iniciales o su nombre cuando la organización la apruebe, y puede retirarlo cuando quiera.",
    displays: {
      anonymous: "nadie",
      initials: "todo el mundo, con mis iniciales y mi país",
      public: "todo el mundo, con mi nombre y mi país",
    },
    button: "Enviar mi carta",
  },

  known: {
    as: "Usted escribe como",
    notYou: "¿No es usted?",
    note: "Su carta queda confirmada de inmediato. Le enviamos un comprobante, con un enlace para retirarla.",
    notTaken: {
      expired: {
        title: "Su carta aún no se ha enviado",
        text: "Pasaron los 30 minutos en que el formulario recordaba sus datos. Siga en el formulario completo: tiene su carta y le pide su nombre y su correo.",
      },
      gone: {
        title: "Su carta aún no se ha enviado",
        text: "Este enlace ya no sirve. Siga en el formulario completo: tiene su carta y le pide su nombre y su correo.",
      },
      "already-written": {
        title: "Esta carta no se guardó",
        text: "Otra carta con este nombre está en camino, o se envió hace menos de una semana. Le escribimos a quien la firmó.",
      },
    },
    goOn: "Seguir con mi carta",
    ownPage: "Recibir el enlace a mi página",
  },

  how: {
    heading: "Cómo la entregamos",
    confirm: "Usted la confirma por correo electrónico. Hasta entonces no la lee nadie.",
    steps: (company, rhythm) => [
      `Sale con el próximo envío: una carta fechada de la campaña y la suya completa.${rhythm === null ? "" : ` Preparamos uno ${rhythm}.`}`,
      "Dos personas de la organización aprueban cada envío. Si una campaña tiene una sola, lo decimos.",
      `${company} recibe sus palabras, su nombre y su país: exactamente el texto de la vista previa.`,
      "Usted sigue cada paso en su propia página, y puede retirar la carta hasta que se envíe.",
    ],
    known:
      "Decimos “enviada” solo cuando lo está. Si una carta se devuelve o no se sabe su estado, también lo decimos.",
    privacy: "Sin cookies ni rastreadores.",
    unconfirmed: "Si no la confirma, su carta se borra 7 días después de nuestro correo.",
    privacyLink: "Toda la información sobre privacidad",
    toLetters: "Cartas que otras personas hicieron públicas",
  },

  preview: {
    heading: (company) => `Como la leerá ${company}`,
    exactly: "Enviamos exactamente este texto, y solo agregamos su número en la lista de cartas.",
    unnamed: "el departamento de relaciones con inversionistas",
    later: "Todavía no se ha enviado nada. Cámbiela, o envíela.",
  },

  self: {
    heading: "O envíela usted",
    headingAlso: "Envíela también usted",
    text: "Use su propia dirección, o envíela por correo postal. Si nos lo dice, lo mostraremos como declarado por usted, sin verificar.",
    mail: "Abrirla en mi programa de correo",
    tooLong:
      "Es demasiado larga para un enlace. Copie primero el texto de aquí y péguelo en el correo que se abre.",
    pasteHere: "[Pegue aquí el texto de su carta.]",
    subject: (company) => `Una carta a relaciones con inversionistas de ${company}`,
    copyLabel: "El texto para copiar",
    copy: "Copiar el texto",
    copied: "Copiado",
    print: "Imprimirla con la dirección postal",
    unverified: "Aún no hemos verificado esta dirección.",
    address: "Dirección",
  },

  print: {
    title: "Su carta, para imprimir",
    hint: "Imprima esta página, fírmela y envíela por correo postal. Esta nota no se imprime.",
    button: "Imprimirla",
    noAddress: "No tenemos ninguna dirección postal. Vea el sitio de la propia empresa.",
    unverified: "Aún no hemos verificado esta dirección. Compárela con la del sitio de la empresa.",
  },

  notOpen: {
    heading: "Todavía no se puede escribir",
    text: "Antes de pedir cartas, esta página debe decir quién las pide. Aún falta:",
  },
  closed: {
    heading: "Esta campaña está cerrada",
    text: "Ya no entrega cartas. Las entregadas siguen contando.",
  },

  summary: (count) =>
    icu(
      "Su carta aún no se ha registrado: hay que cambiar {count, plural, one {una cosa} other {{spelled} cosas}}",
      { count, spelled: spelled(count) },
    ),

  errors: {
    "name-missing": "Escriba el nombre que aparece al pie de la carta",
    "body-missing": "Escriba su carta",
    "body-long": "Acorte la carta a 5,000 caracteres",
    "body-numbers":
      "Quite el número largo de la carta. No se guardó: nunca necesitamos números de tarjetas, de cuentas ni del seguro social",
    "body-account": "Quite de la carta el número de la cuenta bancaria. No se guardó: la empresa lo leería",
    "recipient-closed": "Elija quién recibe la carta: a quien usted eligió ya no se le pueden enviar cartas",
    "role-unknown": "Elija quién es usted",
    "shares-plain": "Escriba el número solo con cifras, como 120 o 12.5",
    "shares-none": "Escriba un número mayor que cero",
    "shares-untold": "Escriba cuántas acciones, o quite la marca",
    "display-unknown": "Elija quién puede leerla",
    "consent-letter-missing": "Marque “Pueden guardar esta carta …”: sin esa casilla no podemos guardarla",
    "consent-deliver-missing":
      "Marque “Entréguenla …”: sin esa casilla no podemos dar su nombre a la empresa. Puede enviar la carta usted",
  },

  confirm: {
    title: "Confirme su carta",
    eyebrow: (company) => `A relaciones con inversionistas de ${company}`,
    writtenOn: (date) => `Escrita el ${date}. Si es correcta, confírmela abajo.`,
    to: "Para",
    shownTo: "En este sitio",
    displays: {
      anonymous: "nadie puede leerla",
      initials:
        "todo el mundo puede leerla, con sus iniciales y su país, cuando la organización la haya aprobado",
      public: "todo el mundo puede leerla, con su nombre y su país, cuando la organización la haya aprobado",
    },
    answer: "Una respuesta",
    answerYes: (company) => `${company} recibe su correo electrónico para responderle`,
    answerNo: (company) => `${company} no recibe su correo electrónico`,
    updates: "Novedades",
    updatesYes: "pidió novedades por correo electrónico",
    warning: (company) =>
      `${company} recibe la carta con su nombre y su país. Si usted trabaja para ${company} o para un proveedor suyo, su empleador la verá.`,
    nameNote: "Es el nombre que tenemos de usted. Para usar otro, corríjalo primero en su propia página.",
    button: "Confirmar mi carta",
    what: "Entonces podemos entregarla. Usted recibe un comprobante con un enlace para seguirla o retirarla.",
    notMe: "¿No fue usted?",
    notMeText:
      "Alguien escribió su dirección en el formulario. Cierre esta página y la carta se borra siete días después de nuestro correo, sin que nadie la lea. O bórrela ahora y no reciba nunca más un correo nuestro.",
    neverButton: "Borrarla y no escribirme nunca más",
    neverWithdrawn:
      "Esta carta estaba confirmada. Ya está retirada y no se la enviamos a nadie. Se conservan su nombre, su dirección y el texto. Para borrarlos, escriba a la organización. Los enlaces de nuestros correos ya no abren su página. Para cumplirlo guardamos un código hecho con su dirección, del que no se puede deducir la dirección.",
    neverHandedOver:
      "Esta carta ya está en un envío, así que no puede recuperarse. No recibirá más correos nuestros. Para borrar lo que guardamos, escriba a la organización. Los enlaces de nuestros correos ya no abren su página. Para cumplirlo guardamos un código hecho con su dirección, del que no se puede deducir la dirección.",
    doneTitle: "Su carta ya está confirmada",
    doneText: "La enviamos una vez. Su propia página muestra su estado.",
    withdrawnTitle: "Esta carta fue retirada",
    withdrawnText: "No se la enviamos a nadie. Si cambió de opinión, puede escribir otra.",
    refusedTitle: "No enviaremos esta carta",
    refusedText: "Así lo decidió la organización. El motivo está en nuestro correo y en su propia página.",
    expiredTitle: "Este enlace venció",
    expiredText:
      "Las cartas sin confirmar se borran siete días después de nuestro correo. Escríbala de nuevo.",
    goneTitle: "Aquí no hay nada que confirmar",
    goneText:
      "Si después confirmó otra carta, entregamos esa. Si no, copie la dirección completa del correo o escriba su carta de nuevo.",
    toForm: "Al formulario de la carta",
    toManage: "Recibir el enlace a mi página",
  },

  thanks: {
    title: "Su carta está confirmada",
    titleHeld: "Su carta está confirmada. La organización la lee antes",
    expiredTitle: "Gracias por escribir",
    expiredText: "Su comprobante está en su correo. Su enlace muestra el estado de su carta.",
    nextHeading: "Qué pasa después",
    next: (rhythm) =>
      `Sale con el próximo envío. Preparamos uno ${rhythm} y lo enviamos cuando dos personas de la organización lo han aprobado. Le escribimos cuando se haya enviado.`,
    nextHeld:
      "Algo en su carta llamó la atención y la organización la leerá primero. Nuestro correo dice qué. No tiene que hacer nada.",
    nextHeldDelayed:
      "Algo en su carta llamó la atención y la organización la leerá primero. Nuestro correo dice qué; hoy los correos se retrasan. No tiene que hacer nada.",
    withdraw: "Hasta que se envíe puede retirarla: el enlace está en su comprobante.",
    shareHeading: "Traiga una carta más",
  },

  held: {
    heading: (company) => `Su carta a ${company}`,
    unreadable: "Ahora mismo no podemos mostrar sus cartas. No se pierde nada; inténtelo más tarde.",
    campaign: "Campaña",
    state: "Estado",
    states: {
      email_pending: "a la espera de que usted la confirme",
      confirmed: "confirmada; sale con el próximo envío",
      queued: "en el próximo envío; aún no enviada",
      held: "en espera: la organización la lee antes",
      handingOver: "enviándose",
      filed: "guardada en un archivo; no enviada",
      sent: "enviada; el servidor de correo de la empresa aún no la aceptó",
      inPerson: "entregada a la empresa en persona",
      accepted: "aceptada por el servidor de correo de la empresa",
      bounced: "devuelta: la empresa no la recibió",
      unknown: "no se sabe: puede haber llegado, y no la enviamos de nuevo por nuestra cuenta",
      withdrawn: "retirada; no se la enviamos a nadie",
      withdrawnAfter: "retirada por usted después de que la empresa la recibió",
      refused: "no enviada: así lo decidió la organización",
    },
    waitsForLook: (reason) => `En espera hasta que la organización la lea: ${reason}.`,
    looked: "La organización la leyó, y la enviaremos.",
    refusedBecause: (reason) => `La organización decidió no enviarla: ${reason}.`,
    writtenOn: "Escrita",
    confirmedOn: "Confirmada",
    role: "Usted escribe como",
    roles: {
      customer: "cliente",
      shareholder: "accionista",
      neighbour: "vecino o vecina",
      touched: "alguien a quien esto afecta",
    },
    shares: "Acciones que menciona",
    sharesNone: "ninguna",
    sharesUnreadable: "guardadas, pero ahora mismo no podemos leerlas",
    shownTo: "En este sitio",
    publications: {
      private: "nadie puede leerla",
      awaiting: "espera la aprobación de la organización",
      published: "todo el mundo puede leerla",
      hidden: "oculta",
    },
    hiddenBecause: (reason) => `oculta: ${reason}`,
    answer: "Respuesta a su dirección",
    answerYes: "permitida",
    answerNo: "no permitida",
    dispatch: "Envío",
    dispatchInPerson: "en persona",
    dispatchNumber: (number) => `número ${number}`,
    sha256: "SHA-256 del texto enviado",
    confirmLink: "Leer esta carta y confirmarla",
    text: "El texto, tal como lo lee la empresa",
    textNow: "El texto, con su nombre y su país tal como son ahora",
    correctedSince: (company) =>
      `Usted corrigió su nombre o su país después de que se envió. ${company} tiene los anteriores, y el SHA-256 es de ese texto.`,
    ledger: "Historial (UTC)",
    events: {
      email_pending: "escrita",
      confirmed: "confirmada por usted",
      again: "no enviada; espera el próximo envío",
      putBack: "espera el próximo envío, a otra dirección verificada de la empresa",
      queued: "incluida en un envío",
      filed: "guardada en un archivo; no enviada",
      sent: "aceptada por nuestro proveedor de correo",
      inPerson: "entregada a la empresa en persona, con los nombres y las cartas de otras personas",
      accepted: "aceptada por el servidor de correo de la empresa",
      bounced: "devuelta",
      unknown: "enviada, sin respuesta; no se sabe si llegó",
      withdrawn: "retirada por usted",
      refused: "la organización decidió no enviarla",
      held: "puesta en espera para que la organización la lea",
      released: "leída y liberada por la organización",
      replied: "respondida por la empresa",
      published: "publicada en este sitio",
      hidden: "oculta en este sitio",
    },
    because: (reason) => ` (${reason})`,
    reply: (from, date) => `Respuesta de ${from}, ${date}`,
    filedOn: (date) => `Guardada en un archivo el ${date}, no enviada. Ya no puede retirarla.`,
    handedOver: (date) => `Se envió el ${date}. No puede recuperarse, ni siquiera si borra sus datos.`,
    handedOverThenWithdrawn: (handedOver, withdrawn) =>
      `Se envió el ${handedOver}. Usted la retiró el ${withdrawn}. Para entonces la empresa ya la tenía, o estaba en un paquete hecho antes. No puede recuperarse.`,
    withdrawHeading: "Retirar su carta",
    withdrawText:
      "Sale de todos los envíos y no se la enviamos a nadie. Después puede escribir otra. Una vez enviada, no puede retirarla.",
    withdrawButton: "Retirar mi carta",
    choicesHeading: "Quién la lee y quién puede responder",
    choicesButton: "Guardar opciones",
    selfHeading: "¿La envió usted?",
    selfText: "Lo mostramos como declarado por usted, sin verificar.",
    selfMail: "La envié por correo electrónico",
    selfPost: "La envié por correo postal",
    selfSaid: {
      mail: (date) =>
        `Usted nos dijo el ${date} que la envió por correo electrónico. No lo hemos verificado.`,
      post: (date) => `Usted nos dijo el ${date} que la envió por correo postal. No lo hemos verificado.`,
    },
    selfUndo: "No la envié",
    again: "Escribir otra carta",
    newsHeading: "Novedades por correo electrónico",
    newsButton: "Darme de baja",
    saved: {
      "withdraw-letter": "Su carta está retirada y no se la enviamos a nadie.",
      "withdraw-letter-in-pack":
        "Su carta está retirada y no entra en nada que hagamos desde ahora. Sigue en un paquete anterior para entregar en persona; la campaña ve que se retiró una carta. Si ese paquete se entregó, esta página lo dirá, y la carta no puede recuperarse.",
      "letter-handed-over": "Su carta ya está en un envío y no puede recuperarse. No se cambió nada.",
      "letter-choices": "Se guardaron sus opciones.",
      "letter-self-sent": "Anotado: usted la envió.",
      "letter-end-news": "No recibirá más novedades de esta campaña.",
      "letter-not-self-sent": "Se quitó la nota de que usted la envió.",
    },
  },

  heldReasons: {
    threat: "algunas de sus palabras pueden leerse como una amenaza",
    "personal-attack": "algunas de sus palabras tratan de una persona, o dicen dónde encontrarla",
    links: "tiene muchos enlaces",
    name: "el nombre que la firma puede no ser el de una persona",
    language: "está en otro idioma, así que la leerá una persona",
    unscreened: "nuestra revisión automática tardó demasiado, así que la leerá una persona",
  },
  heldOtherwise: "algo en ella llamó la atención",

  refusedReasons: {
    threat: "algunas de sus palabras pueden leerse como una amenaza",
    "personal-attack": "ataca a una persona",
    "false-name": "el nombre que la firma parece ser de otra persona",
    links: "son sobre todo enlaces",
    "off-topic": "trata de otra cosa",
    unlawful: "contiene algo que no podemos transmitir",
    advertising: "es publicidad",
  },
  refusedOtherwise: "el motivo no puede mostrarse aquí",
} satisfies Translation<Words["letter"]>;
