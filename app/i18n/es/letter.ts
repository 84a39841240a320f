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
    skip: "Ya sé qué escribir: ir a la carta",
    role: "¿Quién es usted?",
    roleHint: (company) =>
      `No diga para quién trabaja. Nunca preguntamos por su empleador, y ${company} lo leería.`,
    roles: {
      customer: "Cliente",
      shareholder: "Accionista",
      neighbour: "Vecino o vecina",
      touched: "Alguien a quien esto afecta",
    },
    asLines: {
      customer: (company) => `Escribo como cliente de ${company}.`,
      shareholder: (company) => `Escribo como accionista de ${company}.`,
      neighbour: () => "Escribo desde la vecindad de personas a quienes esto afecta.",
      touched: () => "Escribo como alguien a quien esto afecta.",
    },
    who: "Algo más sobre usted, en una frase",
    whoHint: "Por ejemplo, dónde vive o desde cuándo usa sus productos. Nunca su empleador.",
    why: "¿Por qué le importa?",
    whyHint: "Unas pocas frases. Lo que más convence es lo que usted ha visto o leído.",
    ask: "Lo que usted pide",
    askHint: "Con estas palabras de la campaña termina el borrador. Cámbielas allí o quítelas.",
    button: "Componer mi borrador",
    composed: "Su borrador está abajo. Todo puede cambiarse.",
  },

  form: {
    body: "Su carta",
    bodyHint:
      "Solo texto, hasta 5,000 caracteres. No incluya números de tarjetas, de cuentas ni del seguro social. Una carta con un número de tarjeta o del seguro social se rechaza y no se guarda.",
    count: "# de 5,000 caracteres",
    person: "Quién la firma",
    name: "Nombre",
    nameHint: "Tal como figura al pie de la carta.",
    email: "Correo electrónico",
    emailHint: (company) => `Para confirmar, y para la respuesta de ${company} si abajo la permite.`,
    country: "País",
    countryHint: "Figura debajo de su nombre.",
    sharesLegend: "Si tiene acciones",
    sharesHint: "El número figura en la carta, y se guarda, cifrado, solo si marca la casilla.",
    shares: "Cuántas",
    sayShares: "Decir en la carta cuántas acciones tengo.",
    preview: (company) => `Ver lo que leerá ${company}`,
    agree: "Lo que usted acepta",
    consentLetter: "Acepto que la campaña guarde esta carta, que puede revelar una opinión política.",
    consentDeliver: (company) => `Entréguenla a ${company} con mi nombre y mi país.`,
    deliverWarning: (company) =>
      `Si usted trabaja para ${company} o para un proveedor suyo, su empleador verá su nombre. Si su nombre figura en la lista de la petición para ${company} se elige aparte.`,
    consentReplyTo: (company) => `Permito que ${company} me responda a mi dirección.`,
    replyToHint: (company) => `En ese caso ${company} conocerá su correo electrónico.`,
    consentUpdates: "Envíenme noticias de esta campaña.",
    display: "En este sitio, la lee",
    displayHint:
      "La empresa y la campaña la leen en todo caso. Aquí aparece después de que alguien de la organización la haya revisado. Al elegir que la lea todo el mundo, consiente que se muestre con sus iniciales o su nombre. Puede retirar ese consentimiento cuando quiera.",
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
        text: "Este formulario sabe quién es usted durante 30 minutos, y ya pasaron. Siga en el formulario abierto: tiene su carta y le pide su nombre y su correo.",
      },
      gone: {
        title: "Su carta aún no se ha enviado",
        text: "Este enlace ya no sirve. Siga en el formulario abierto: tiene su carta y le pide su nombre y su correo.",
      },
      "already-written": {
        title: "Esta carta no se guardó",
        text: "Otra carta con este nombre está en camino, o se envió hace menos de una semana. Le escribimos a quien la firmó.",
      },
    },
    goOn: "Seguir con mi carta",
    ownPage: "Pedir la página donde ver su carta",
  },

  how: {
    heading: "Cómo se entrega",
    confirm: "Usted la confirma por correo electrónico. Hasta entonces no la lee nadie.",
    steps: (company, rhythm) => [
      `Sale con el próximo envío: una carta fechada de la campaña y, con ella, la suya completa.${rhythm === null ? "" : ` Se prepara uno ${rhythm}.`}`,
      "Dos personas de la organización aprueban cada envío. Cuando una campaña tiene una sola, se dice.",
      `${company} recibe sus palabras, su nombre y su país: exactamente el texto que usted ve antes.`,
      "Usted sigue cada paso en su propia página. Puede retirar la carta hasta que se entregue, y después no.",
    ],
    known:
      "Solo se dice que una carta se envió cuando se envió. Lo que fue devuelto o no se sabe se muestra así, a usted y a todo el mundo.",
    privacy: "Sin cookies ni rastreadores. Una carta sin confirmar se borra a los 7 días.",
    privacyLink: "Toda la información sobre privacidad",
    toLetters: "Cartas que otras personas han publicado",
  },

  preview: {
    heading: (company) => `Como la leerá ${company}`,
    to: "Para",
    exactly: "Este texto, letra por letra, sin añadir más que un número en la lista de cartas.",
    unnamed: "la oficina de relaciones con inversionistas",
    later: "Todavía no se ha enviado nada. Cambie lo que quiera, o envíela.",
  },

  self: {
    heading: "O envíela usted",
    headingAlso: "Envíela también usted",
    text: "Desde su propia dirección o por correo postal. No lo sabremos a menos que nos lo diga, y entonces figura aquí como dicho por usted y sin comprobar.",
    mail: "Abrirla en mi programa de correo",
    tooLong:
      "Es demasiado larga para un enlace. Su programa de correo se abre con una línea en su lugar: copie primero el texto de aquí y péguelo allí.",
    pasteHere: "[Pegue aquí el texto de su carta.]",
    subject: (company) => `Una carta a relaciones con inversionistas de ${company}`,
    copyLabel: "El texto para copiar",
    copy: "Copiar el texto",
    copied: "Copiado",
    print: "Una página para imprimir, con la dirección postal",
    unverified: "Nadie de esta campaña ha comprobado aún esta dirección.",
    address: "Dirección",
  },

  print: {
    title: "Su carta, para imprimir",
    hint: "Imprima esta página, fírmela a mano y envíela por correo postal. Esta nota no se imprime.",
    button: "Imprimirla",
    back: "Volver al formulario",
    noAddress: "La dirección postal no se conoce aquí. Figura en las páginas de la propia empresa.",
    unverified:
      "Nadie de esta campaña ha comprobado aún esta dirección: cotéjela con las páginas de la propia empresa.",
  },

  notOpen: {
    heading: "Todavía no se puede escribir",
    text: "Antes de pedir cartas, esta página debe decir quién las pide. Aún falta:",
  },
  closed: {
    heading: "Esta campaña está cerrada",
    text: "Ya no entrega cartas. Las que se entregaron siguen contadas.",
  },

  summary: (count) =>
    icu(
      "Su carta aún no se ha registrado: hay que cambiar {count, plural, one {una cosa} other {{spelled} cosas}}",
      { count, spelled: spelled(count) },
    ),

  errors: {
    "name-missing": "Escriba el nombre que figura al pie de la carta",
    "body-missing": "Escriba su carta",
    "body-long": "Acorte la carta a 5,000 caracteres",
    "body-numbers":
      "Quite el número largo de la carta. No se ha guardado: aquí nunca hacen falta números de tarjetas, de cuentas ni del seguro social",
    "body-account":
      "Quite de la carta el número de la cuenta bancaria. No se ha guardado: aquí no lo necesita nadie, y la empresa lo leería",
    "role-unknown": "Elija en la lista quién es usted",
    "shares-plain": "Escriba el número solo con cifras, como 120 o 12.5",
    "shares-none": "Escriba un número mayor que cero",
    "shares-untold": "Escriba cuántas acciones, o quite la marca",
    "display-unknown": "Elija en la lista quién la lee",
    "consent-letter-missing":
      "Marque “Acepto que la campaña guarde esta carta …”: sin esa casilla no podemos guardarla",
    "consent-deliver-missing":
      "Marque “Entréguenla …”: sin esa casilla no podemos entregar su nombre; puede enviar la carta usted",
  },

  confirm: {
    title: "Confirme su carta",
    eyebrow: (company) => `A relaciones con inversionistas de ${company}`,
    writtenOn: (date) => `Esto se escribió el ${date}. Si es correcto, pulse el botón de abajo.`,
    to: "Para",
    shownTo: "En este sitio",
    displays: {
      anonymous: "no la lee nadie",
      initials:
        "la lee todo el mundo, con sus iniciales y su país, después de que alguien de la organización la haya revisado",
      public:
        "la lee todo el mundo, con su nombre y su país, después de que alguien de la organización la haya revisado",
    },
    answer: "Una respuesta",
    answerYes: (company) => `${company} conoce su correo electrónico, para responderle`,
    answerNo: (company) => `${company} no conoce su correo electrónico`,
    updates: "Noticias",
    updatesYes: "pidió noticias por correo electrónico",
    warning: (company) =>
      `${company} recibe la carta con su nombre y su país. Si usted trabaja para ${company} o para un proveedor suyo, su empleador la verá.`,
    nameNote:
      "El nombre es aquel con el que le conocemos. Si aquí debe figurar otro, corríjalo primero en su propia página.",
    button: "Confirmar mi carta",
    what: "Al pulsar el botón, la campaña puede entregarla y usted recibe un comprobante con un enlace para seguirla o retirarla.",
    notMe: "¿No fue usted?",
    notMeText:
      "Alguien escribió su dirección en el formulario. Cierre esta página y la carta se borrará a los siete días sin que nadie la lea. O bórrela ahora y no vuelva a recibir nunca un mensaje de este sitio.",
    neverButton: "Borrarla y no escribirme nunca más",
    neverWithdrawn:
      "Esta carta estaba confirmada. Ahora queda retirada y no va a nadie. Se conservan su nombre, su dirección, el texto y la hora de cada paso. Para que se borre todo, abra su propia página con el enlace de su comprobante mientras ese enlace tenga menos de un día, o escriba a quien dirige este sitio: ya no podemos enviarle por correo un enlace nuevo. Para cumplir la promesa guardamos una huella cifrada con clave de la dirección, de la que no es posible leerla.",
    neverHandedOver:
      "Esta carta estaba confirmada y ya se entregó, por lo que no puede recuperarse. De este sitio no llegan más mensajes. Para que se borre lo que aquí se guarda, abra su propia página con el enlace de su comprobante mientras ese enlace tenga menos de un día, o escriba a quien dirige este sitio. Para cumplir la promesa guardamos una huella cifrada con clave de la dirección, de la que no es posible leerla.",
    doneTitle: "Esta carta ya está confirmada",
    doneText: "Está en camino una vez. Su propia página muestra en qué punto está.",
    withdrawnTitle: "Esta carta fue retirada",
    withdrawnText: "No va a nadie. Si ha cambiado de opinión, puede escribir otra.",
    refusedTitle: "Esta carta no se entrega",
    refusedText:
      "Alguien de la organización la ha revisado. El motivo está en el mensaje que recibió y en su propia página.",
    expiredTitle: "Este enlace ha caducado",
    expiredText: "Las cartas que nadie confirma se borran a los siete días. Escríbala de nuevo.",
    goneTitle: "Aquí no hay nada que confirmar",
    goneText:
      "Quizá confirmó después otra carta: entonces se entrega esa. Si el enlace está incompleto, copie la dirección completa del mensaje. Si la carta se borró, escríbala de nuevo.",
    toForm: "Al formulario de la carta",
    toManage: "Pedir mi propia página",
  },

  thanks: {
    title: "Su carta está confirmada",
    titleHeld: "Su carta está confirmada, y alguien de la organización la revisa antes",
    expiredTitle: "Gracias por escribir",
    expiredText: "Su comprobante está en su correo. Su enlace muestra en qué punto está su carta.",
    nextHeading: "Qué pasa después",
    next: (rhythm) =>
      `Sale con el próximo envío. Se prepara uno ${rhythm}, y sale cuando dos personas de la organización lo hayan aprobado. Un mensaje le dirá cuándo se entregó, y otro si la empresa responde.`,
    nextHeld:
      "Algo en ella llamó la atención, por lo que una persona la lee antes de que salga. El mensaje que va hacia usted dice qué. Usted no tiene que hacer nada.",
    nextHeldDelayed:
      "Algo en ella llamó la atención, por lo que una persona la lee antes de que salga. Un mensaje dice qué. Nuestros mensajes se retrasan hoy: llegará cuando podamos enviar de nuevo. Usted no tiene que hacer nada.",
    withdraw: "Hasta que se entregue puede retirarla: el enlace está en su comprobante.",
    shareHeading: "Traiga una carta más",
  },

  held: {
    heading: (company) => `Su carta a ${company}`,
    unreadable: "Sus cartas no pueden mostrarse en este momento. La culpa es nuestra, y no se pierde nada.",
    campaign: "Campaña",
    state: "Estado",
    states: {
      email_pending: "a la espera de que usted la confirme",
      confirmed: "confirmada; sale con el próximo envío",
      queued: "en el próximo envío; aún no entregada",
      held: "confirmada; alguien de la organización la revisa antes",
      handingOver: "entregándose",
      filed: "escrita en un archivo; nadie la llevó a la empresa",
      sent: "entregada al servidor de correo de la empresa, o a nuestro proveedor para él; su llegada no está confirmada",
      inPerson: "entregada a la empresa en persona",
      accepted: "aceptada por el servidor de correo de la empresa",
      bounced: "devuelta: la empresa no la recibió",
      unknown: "no se sabe: puede haber llegado o no, y no se envía de nuevo por sí sola",
      withdrawn: "retirada; no va a nadie",
      withdrawnAfter: "retirada por usted; la empresa la tiene de todos modos",
      refused: "no entregada: así lo decidió la organización",
    },
    waitsForLook: (reason) => `Alguien de la organización la revisa antes de que salga: ${reason}.`,
    looked: "Alguien de la organización la ha revisado, y sale.",
    refusedBecause: (reason) => `La organización no la dejó salir: ${reason}.`,
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
    sharesUnreadable: "guardadas, pero en este momento no pueden leerse; la culpa es nuestra",
    sharesWiped: "ya ninguna: el número se eliminó",
    shownTo: "En este sitio",
    publications: {
      private: "no la lee nadie",
      awaiting: "espera la revisión de la organización antes de que la lea todo el mundo",
      published: "la lee todo el mundo",
      hidden: "retirada de la página",
    },
    hiddenBecause: (reason) => `retirada de este sitio: ${reason}`,
    answer: "Respuesta a su dirección",
    answerYes: "permitida",
    answerNo: "no permitida",
    dispatch: "Envío",
    dispatchInPerson: "en persona",
    dispatchNumber: (number) => `número ${number}`,
    sha256: "sha256 del texto entregado",
    confirmLink: "Leer esta carta y confirmarla",
    text: "El texto, tal como lo lee la empresa",
    textNow: "El texto, con su nombre y su país tal como son ahora",
    correctedSince: (company) =>
      `Usted ha corregido su nombre o su país desde que se entregó. ${company} la tiene con lo que figuraba entonces, y el sha256 es de ese texto.`,
    ledger: "Lo que ocurrió, por orden (UTC)",
    events: {
      email_pending: "escrita",
      confirmed: "confirmada por usted",
      again: "no entregada; espera el próximo envío",
      putBack:
        "devuelta a la espera del próximo envío, a una dirección de la empresa que se verificó después",
      queued: "incluida en un envío",
      filed: "escrita en un archivo; nadie la llevó",
      sent: "aceptada por el servidor de correo o el proveedor",
      inPerson: "entregada a la empresa en persona, con los nombres y las cartas de otras personas",
      accepted: "aceptada por el servidor de correo de la empresa",
      bounced: "devuelta",
      unknown: "entregada, sin respuesta; no se sabe si llegó",
      withdrawn: "retirada por usted",
      refused: "la organización decidió no entregarla",
      held: "retenida para que la organización la revise",
      released: "revisada y liberada",
      replied: "respondida por la empresa",
      published: "publicada en este sitio",
      hidden: "retirada de este sitio",
    },
    because: (reason) => ` (${reason})`,
    reply: (from, date) => `Respuesta de ${from}, ${date}`,
    handedOver: (date) =>
      `Se entregó el ${date}, por lo que no puede recuperarse: ni usted ni nosotros podemos hacerlo. Borrar lo que aquí se guarda tampoco llega hasta ella.`,
    handedOverThenWithdrawn: (handedOver, withdrawn) =>
      `Se entregó el ${handedOver}. Usted la retiró el ${withdrawn}; para entonces ya estaba en manos de la empresa, o en un paquete hecho antes. No puede recuperarse: ni usted ni nosotros podemos hacerlo.`,
    withdrawHeading: "Retirarla",
    withdrawText:
      "Sale al momento de todos los envíos y no va a nadie. Después puede escribir otra. Una vez entregada ya no es posible.",
    withdrawButton: "Retirar mi carta",
    choicesHeading: "Quién la lee y quién puede responder",
    choicesButton: "Guardar estas opciones",
    selfHeading: "¿La envió usted?",
    selfText: "Se muestra como dicho por quien la escribió, y sin comprobar.",
    selfMail: "La envié por correo electrónico",
    selfPost: "La envié por correo postal",
    selfSaid: {
      mail: (date) => `Usted dijo el ${date} que la envió por correo electrónico. Nadie lo ha comprobado.`,
      post: (date) => `Usted dijo el ${date} que la envió por correo postal. Nadie lo ha comprobado.`,
    },
    selfUndo: "No la envié",
    again: "Escribir otra carta",
    newsHeading: "Noticias por correo electrónico",
    newsButton: "No me envíen más noticias",
    saved: {
      "withdraw-letter": "Su carta está retirada. No va a nadie.",
      "withdraw-letter-in-pack":
        "Su carta está retirada y no va con nada que se haga desde ahora. Antes se hizo un paquete para entregar en persona, con su carta dentro: la campaña ve que alguien se retiró. Si ya se entregó, figurará aquí en cuanto conste, y no puede recuperarse.",
      "letter-handed-over":
        "Su carta se entregó antes de que esto nos llegara, por lo que no puede recuperarse. No se ha cambiado nada.",
      "letter-choices": "Se han guardado sus opciones.",
      "letter-self-sent": "Queda anotado que la envió usted.",
      "letter-end-news": "No se le envían más noticias de esta campaña.",
      "letter-not-self-sent": "Se ha quitado la nota de que la envió usted.",
    },
  },

  heldReasons: {
    threat: "algunas de sus palabras pueden leerse como una amenaza",
    "personal-attack": "algunas de sus palabras tratan de una sola persona, o dicen dónde encontrarla",
    links: "contiene muchos enlaces",
    name: "el nombre que la firma puede no ser el de una persona",
    unscreened: "nuestra revisión automática tardó demasiado, así que la leerá una persona",
  },
  heldOtherwise: "algo en ella llamó la atención",

  refusedReasons: {
    threat: "algunas de sus palabras pueden leerse como una amenaza",
    "personal-attack": "ataca a una sola persona",
    "false-name": "el nombre que la firma no parece ser el de quien la escribió",
    links: "son sobre todo enlaces",
    "off-topic": "trata de algo distinto de la campaña",
    unlawful: "contiene lo que no puede transmitirse",
    advertising: "es publicidad",
  },
  refusedOtherwise: "el motivo no se dio en una forma que esta página pueda mostrar",
} satisfies Translation<Words["letter"]>;
