import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);

export default {
  inbox: {
    title: "Revise su correo",
    eyebrow: "Falta un paso",
    sent: {
      signature: "Gracias por firmar. Abra nuestro mensaje y pulse su botón: entonces su firma cuenta.",
      pledge: "Gracias por su compromiso. Abra nuestro mensaje y pulse su botón: entonces cuenta.",
      letter:
        "Gracias por escribir. Abra nuestro mensaje, lea su carta una vez más y confírmela: entonces sale.",
      resend:
        "Si esta dirección tiene algo que confirmar, nuestro mensaje está en camino o llegó en las últimas 24 horas.",
      unknown:
        "Si la dirección que nos dio tiene algo que confirmar, nuestro mensaje está en camino o llegó en las últimas 24 horas. Lo que escribió contará cuando pulse el botón de la página que se abre.",
    },
    delayed: {
      signature:
        "Gracias por firmar. Lo que escribió está guardado. Nuestros mensajes se retrasan hoy: el suyo llegará cuando podamos enviar de nuevo. Su firma contará cuando pulse su botón.",
      pledge:
        "Gracias por su compromiso. Lo que escribió está guardado. Nuestros mensajes se retrasan hoy: el suyo llegará cuando podamos enviar de nuevo. Su compromiso contará cuando pulse su botón.",
      letter:
        "Gracias por escribir. Lo que escribió está guardado. Nuestros mensajes se retrasan hoy: el suyo llegará cuando podamos enviar de nuevo. Su carta saldrá cuando la confirme allí.",
      resend:
        "Nuestros mensajes se retrasan hoy: si esta dirección tiene algo que confirmar, el mensaje llegará cuando podamos enviar de nuevo.",
      unknown:
        "Lo que escribió está guardado. Nuestros mensajes se retrasan hoy: si la dirección que nos dio tiene algo que confirmar, el mensaje llegará cuando podamos enviar de nuevo. Lo que escribió contará cuando pulse el botón de la página que se abre.",
    },
    to: "Para",
    from: "De",
    subject: "Asunto",
    arrives: "Llega",
    arrivesWithin: "normalmente en un minuto",
    arrivesDelayed: "hoy, más tarde que de costumbre",
    open: (provider) => `Abrir ${provider}`,
    delayedHeading: "Si mañana no ha llegado",
    lateHeading: "Si en cinco minutos no ha llegado",
    search: (sender) => `Busque ${sender} en su correo, también en la carpeta de correo no deseado.`,
    late: [
      "Si llenó un formulario más de una vez, use el mensaje que describe lo que usted quiere. Cada mensaje dice qué confirma.",
      "Si ya había firmado, o tiene una carta en camino, el mensaje lo dice y no hay nada más que hacer.",
      "A una misma dirección le pedimos confirmar solo unas pocas veces al día, aunque la haya escrito otra persona. Si ningún mensaje describe su compromiso o su carta, abra su propia página: allí puede confirmarlos.",
      "No se envía nada a una dirección que pidió que nunca le escribamos, que devolvió nuestros mensajes o cuya firma apartó la organización.",
    ],
    ownPage: "Abrir su propia página",
    slip: "Puede que la dirección tenga un error. Llene el formulario de nuevo; nada se cuenta dos veces:",
    signAgain: "firmar de nuevo",
    pledgeAgain: "comprometer su voto de nuevo",
    writeAgain: "escribir de nuevo",
    resendHeading: "Enviarlo otra vez",
    resendHint: "La dirección que escribió. La respuesta es la misma para cualquier dirección.",
    resendButton: "Enviar otra vez",
    deadline: (days) => `El enlace sirve durante ${days} días. Después borramos lo que escribió.`,
    resendError: "No se pudo enviar el mensaje otra vez",
  },

  signed: {
    title: "La petición que firmó tiene un texto nuevo",
    was: "El texto que usted firmó",
    now: "El texto nuevo",
    decide: "Qué pasa con su firma",
    move: "Firmar el texto nuevo",
    keep: "Dejarla con el texto que firmé",
    nothing:
      "Si no hace nada, se queda con el texto que firmó. Ahí se cuenta, aparte de quienes firman el nuevo.",
    withdraw: "Retirar mi firma",
    withdrawText: "Ya no se cuenta bajo ninguno de los dos textos y su nombre no se entrega a nadie.",
    withdrawButton: "Retirarla",
    answered: {
      kept: "Usted eligió dejar su firma con el texto que firmó. Puede elegir de nuevo.",
      moved: "Su firma está bajo el texto nuevo. Puede elegir de nuevo.",
      withdrawn: "Su firma está retirada.",
    },
    done: {
      kept: "Su firma se queda donde está",
      moved: "Usted firmó el texto nuevo",
      withdrawn: "Su firma está retirada",
    },
    doneText: {
      kept: "Se cuenta con el texto que firmó. Nadie volverá a preguntarle por esto; el enlace del correo abre de nuevo esta elección.",
      moved: "Desde ahora se cuenta con el texto nuevo. El enlace del correo abre de nuevo esta elección.",
      withdrawn: "Ya no se cuenta. Si cambia de idea, puede firmar otra vez.",
    },
    toPage: "A la petición",
    toTexts: "Todos los textos de la petición",
    errorTitle: "No se cambió nada",
    unclear: "Elija uno de los botones",
    goneTitle: "Aquí no hay nada que decidir",
    gone: "El enlace está incompleto o es demasiado antiguo, su firma ya no está en pie, o el texto cambió de nuevo desde que se escribió el correo. No se cambió nada.",
  },

  confirm: {
    title: "Confirme su firma",
    button: "Confirmar mi firma",
    version: (version, date) => `Texto, versión ${version}. Firmado el ${date}`,
    what: "Al pulsar el botón, usted se suma al recuento y recibe un comprobante con un enlace para ver, cambiar o retirar su firma.",
    shown: {
      anonymous: "Su firma se cuenta; su nombre no se muestra.",
      initials: "Sus iniciales y su país aparecen en la lista pública de quienes firmaron.",
      public: "Su nombre y su país aparecen en la lista pública de quienes firmaron.",
    },
    agreed: {
      updates: "Pidió noticias por correo electrónico.",
      noUpdates: "No pidió noticias.",
      deliver: (company) => `Su nombre va en la lista para ${company}.`,
      noDeliver: (company) => `Su nombre no se entrega a ${company}, que solo recibe el número de firmas.`,
    },
    emails: { term: "Nuestros correos", to: (address, language) => `a ${address}, en ${language}` },
    changed: {
      title: "Falta confirmar",
      parts: (names) =>
        `Estos datos cambiaron después de que usted abrió esta página: ${listed(names)}. Todavía no se ha confirmado nada. Revíselos abajo y confirme.`,
      unknown:
        "Esta página no estaba actualizada, así que todavía no se ha confirmado nada. Revise los datos de abajo y confirme.",
      names: {
        petition: "el texto de la petición",
        meeting: "la junta",
        office: "quién recibe la carta",
        name: "el nombre",
        country: "el país",
        postalCode: "el código postal",
        address: "la dirección de correo electrónico",
        language: "el idioma de nuestros correos",
        text: "el texto",
        role: "en qué calidad escribe",
        kind: "en qué calidad se compromete",
        manager: "la gestora del fondo",
        shares: "las acciones",
        holding: "cómo y desde cuándo se tienen las acciones",
        intention: "la intención de voto",
        willing: "qué más haría usted",
        comment: "el comentario",
        display: "cómo se muestra el nombre",
        deliver: "si el nombre se entrega a la empresa",
        replyTo: "si la empresa conoce la dirección",
        updates: "las noticias por correo electrónico",
        contact: "el contacto sobre la copresentación",
      },
    },
    notMe: "¿No fue usted?",
    notMeText:
      "Alguien escribió su dirección en el formulario. Cierre esta página y lo escrito se borrará a los siete días sin haber contado. O bórrelo ahora y no vuelva a recibir nunca un mensaje de este sitio.",
    neverButton: "Borrarlo y no escribirme nunca más",
    neverTitle: "Hecho. No volveremos a escribir a esta dirección",
    neverText:
      "Se ha borrado lo que se escribió con su dirección y no se contó nada. Para cumplir la promesa guardamos una huella cifrada con clave de la dirección, de la que no es posible leerla.",
    neverForm:
      "Se ha borrado lo último que se escribió, que nunca llegó a contar. Lo que había confirmado antes sigue en pie; el enlace de su comprobante abre su propia página, donde puede retirarlo. Para cumplir la promesa guardamos una huella cifrada con clave de la dirección, de la que no es posible leerla.",
    neverWithdrawn:
      "Esta firma estaba confirmada. Ahora queda retirada y ya no cuenta. Se conservan su nombre, su dirección, lo que escribió y la hora de cada paso. Para que se borre todo, abra su propia página con el enlace de su comprobante mientras ese enlace tenga menos de un día, o escriba a quien dirige este sitio: ya no podemos enviarle por correo un enlace nuevo. Para cumplir la promesa guardamos una huella cifrada con clave de la dirección, de la que no es posible leerla.",
    doneTitle: "Esta firma ya está confirmada",
    doneText: "Cuenta una vez. No hay nada más que hacer.",
    withdrawnTitle: "Esta firma fue retirada",
    withdrawnText: "No cuenta. Si ha cambiado de opinión, puede firmar de nuevo.",
    expiredTitle: "Este enlace ha caducado",
    expiredText:
      "Las firmas sin confirmar se borran a los siete días. Firme de nuevo: se tarda medio minuto.",
    goneTitle: "Aquí no hay nada que confirmar",
    goneText:
      "El enlace está incompleto, o lo escrito se borró. Si lo abrió desde un mensaje, copie la dirección completa. Si no, firme de nuevo.",
    toForm: "A la petición",
  },

  thanks: {
    title: "Su firma cuenta",
    thankYou: (name) => `Gracias, ${name}`,
    receipt: "Comprobante",
    keep: "Guárdelo",
    keepText: (version, date) =>
      `Demuestra que firmó la versión ${version} el ${date}. El enlace para cambiar o retirar su firma está en su correo.`,
    shareHeading: "¿Quién más firmaría?",
    next: {
      sign: {
        heading: "Firme también la petición",
        text: () => "Está abierta a todas las personas, con o sin acciones.",
        button: "Firmar la petición",
      },
      pledge: {
        heading: "¿Tiene acciones?",
        text: (company) =>
          `Entonces puede votar en la junta anual de ${company}. Diga cómo usará su voto, y se lo recordamos a tiempo.`,
        button: "Comprometer mi voto",
      },
      letter: {
        heading: "Dígalo con sus propias palabras",
        text: (company) =>
          `Una carta suya a relaciones con inversionistas de ${company} pesa más que un nombre.`,
        button: "Escribir una carta",
      },
    },
    pledged: (shareholders) => `Con usted, ${shareholders} accionistas han comprometido su voto.`,
    written: (letters) => `La suya es una de ${letters} cartas.`,
    withoutShares: "¿No tiene acciones?",
    knownByEmail:
      "El formulario sabe durante 30 minutos de quién es el mensaje con este enlace. Lo que se escriba allí se le envía de inmediato a esa persona, con un enlace para retirarlo.",
    expiredTitle: "Gracias por firmar",
    expiredText: "Su comprobante está en su correo.",
  },

  undo: {
    ask: {
      signature: {
        title: "¿Retirar su firma?",
        text: "Deja de contarse, y su nombre no se entrega a nadie.",
        button: "Retirar mi firma",
      },
      pledge: {
        title: "¿Retirar su compromiso?",
        text: "Deja de contarse, y no llega ningún recordatorio.",
        button: "Retirar mi compromiso",
      },
      letter: {
        title: "¿Retirar su carta?",
        text: "No se envía, ni se muestra en este sitio.",
        button: "Retirar mi carta",
      },
    },
    nothing: {
      signature: "No queda ninguna firma que retirar",
      pledge: "No queda ningún compromiso que retirar",
      letter: "No queda ninguna carta que retirar",
    },
    done: {
      signature: "Su firma está retirada",
      pledge: "Su compromiso está retirado",
      letter: "Su carta está retirada",
    },
    doneText: "Nada más cambió. Si cambia de idea, llene el formulario de nuevo.",
  },

  manage: {
    title: "Lo que guardamos sobre usted",
    askTitle: "Vea, cambie o borre lo que guardamos sobre usted",
    askText:
      "Escriba la dirección con la que firmó, comprometió su voto o escribió. Si guardamos algo sobre ella, se envía allí un enlace solo para usted.",
    askButton: "Envíenme el enlace",
    askError: "No se pudo enviar el enlace",
    askSentTitle: "Mire en el correo de esa dirección",
    askSent:
      "Si guardamos algo sobre ella, un enlace solo para usted está en camino o llegó en las últimas 24 horas. Un enlace sirve durante siete días.",
    askSentDelayed:
      "Su solicitud está guardada. Nuestros mensajes se retrasan hoy: si guardamos algo sobre esa dirección, se le enviará un enlace solo para usted cuando podamos enviar de nuevo. Un enlace sirve durante siete días.",
    askSentMore: (links) =>
      `A una dirección se le envían como máximo ${links} enlaces al día, los pida quien los pida. Use el más reciente: para descargar o borrar todo, debe tener menos de un día.`,
    askNothing: (isLate) =>
      `¿No hay nada ${isLate ? "mañana" : "después de diez minutos"}? Mire en la carpeta de correo no deseado. No se envía ningún enlace a una dirección que pidió que nunca le escribamos o que devolvió nuestros mensajes.`,
    privateNote: "Quien tenga este enlace puede cambiar lo que se guarda sobre usted. No lo reenvíe.",
    person: "Usted",
    name: "Nombre",
    email: "Correo electrónico",
    emailFixed:
      "Para usar otra dirección, retire aquí lo que haya, y firme, comprometa su voto o escriba con la otra.",
    country: "País",
    postalCode: "Código postal",
    noneGiven: "no indicado",
    knownSince: "Guardado desde",
    saveButton: "Guardar las correcciones",
    correctHeading: "Corregirlo",
    signature: "Su firma",
    state: "Estado",
    states: {
      pending: "a la espera de que usted la confirme",
      confirmed: "contada",
      withdrawn: "retirada, no cuenta",
      invalidated: "apartada por la organización, no cuenta",
      imported: "traída de otra lista por la organización, se cuenta aparte",
    },
    petition: "Petición",
    petitionVersion: (version) => `versión ${version}`,
    signedOn: "Firmada",
    receipt: "Comprobante",
    comment: "Comentario",
    shownAs: "Se muestra como",
    hideHeading: "Cómo aparece",
    hideButton: "Ocultarme",
    hideText:
      "En un minuto quita sus iniciales o su nombre de este sitio y de la lista pública de quienes firmaron. Su firma se sigue contando.",
    hidden: "Su firma se cuenta; su nombre no se muestra.",
    consentsHeading: "Sus opciones",
    consentsButton: "Guardar estas opciones",
    withdrawHeading: "Retirar su firma",
    withdrawText: "El recuento baja en uno al momento. Su nombre no se entrega a nadie.",
    withdrawButton: "Retirar mi firma",
    exportHeading: "Llévese todo",
    exportText: "Un solo archivo JSON con todo lo que se guarda sobre usted, en campos legibles.",
    exportButton: "Descargar lo que se guarda",
    eraseHeading: "Borrarlo todo",
    eraseText:
      "Borra para siempre lo que se guarda sobre usted y todos los mensajes para usted que se conservan aquí. Una firma confirmada sigue en el recuento, como un número sin nombre; si no lo quiere, retírela antes. Un compromiso sale de todos los totales y no llega ningún recordatorio más; una carta se excluye de las entregas pendientes. Los mensajes y las listas que ya se entregaron no pueden recuperarse.",
    eraseCheck: "Entiendo que esto no puede deshacerse.",
    eraseCheckMissing: "Marque la casilla para borrarlo todo",
    eraseButton: "Borrar todo lo mío",
    fresh:
      "Para descargar o borrar todo, este enlace debe tener menos de un día. Podemos enviarle uno nuevo.",
    freshButton: "Envíenme un enlace nuevo",
    mailsHeading: "Mensajes que le hemos enviado o le enviaremos",
    noMails: "ninguno",
    mails: {
      "confirm-signature": "solicitud de confirmación",
      "confirm-reminder": "recordatorio para confirmar",
      "already-signed": "aviso de que ya había firmado",
      receipt: "comprobante",
      "manage-link": "enlace a esta página",
      update: "novedad que usted pidió",
      "petition-changed": "aviso de un texto nuevo de la petición",
      "ask-name": "pregunta sobre su nombre",
      "confirm-pledge": "solicitud de confirmación de su compromiso",
      "confirm-pledge-reminder": "recordatorio para confirmar su compromiso",
      "already-pledged": "aviso de que su compromiso sigue en pie",
      "pledge-receipt": "comprobante de su compromiso",
      "pledge-reminder": "recordatorio de su compromiso",
      "confirm-letter": "solicitud de confirmación de su carta",
      "confirm-letter-reminder": "recordatorio para confirmar su carta",
      "already-written": "aviso de en qué punto está su carta",
      "letter-receipt": "comprobante de su carta",
      "letter-held": "aviso de que alguien revisa antes su carta",
      "letter-released": "aviso de que su carta sale",
      "letter-refused": "aviso de que su carta no se entrega",
      "letter-sent": "aviso de que su carta se entregó",
      "letter-replied": "aviso de una respuesta",
    },
    mailStates: {
      queued: "espera su envío",
      claimed: "se está enviando",
      accepted: "se envió",
      delivered: "se entregó",
      delayed: "se retrasa",
      bounced: "no llegó y volvió",
      complained: "se marcó como correo no deseado",
      suppressed: "no se envió, como usted pidió",
      skipped: "ya no hace falta",
      failed: "no se pudo enviar",
      unknown: "no se sabe si se envió",
    },
    deliverLabel: "Incluyan mi nombre en la lista para la empresa.",
    historyHeading: "Cada consentimiento, con su fecha",
    consentLine: (purpose, granted, revoked) =>
      revoked ? `${purpose}: dado el ${granted}, retirado el ${revoked}` : `${purpose}: dado el ${granted}`,
    purposes: {
      sign: "firmar y guardar estos datos",
      updates: "noticias por correo electrónico",
      deliver_to_company: "su nombre en la lista para la empresa",
      public_name: "mostrarse en este sitio",
      contact_cofile: "contacto sobre la copresentación",
      letter: "guardar su carta",
      deliver_letter: "entregar su carta con su nombre",
      reply_to: "una respuesta de la empresa a su dirección",
      pledge: "guardar y contar su compromiso",
    },
    savedDelayed: {
      "link-mailed":
        "Su solicitud está guardada. Nuestros mensajes se retrasan hoy: un enlace nuevo se enviará a su dirección cuando podamos enviar de nuevo. Sirve durante siete días.",
      "link-has-one":
        "Ya pidió un enlace nuevo. Nuestros mensajes se retrasan hoy: si aún no ha llegado, llegará cuando podamos enviar de nuevo. Use el más reciente de su correo.",
    },
    saved: {
      correct: "Se han guardado las correcciones.",
      hide: "Usted ya no se muestra.",
      consent: "Se han guardado sus opciones.",
      withdraw: "Su firma está retirada y ya no cuenta.",
      "link-mailed": "Un enlace nuevo está en camino a su dirección. Sirve durante siete días.",
      "link-has-one":
        "Un enlace nuevo ya está en camino o llegó en las últimas 24 horas. Use el más reciente de su correo.",
      "link-suppressed":
        "No se envió ningún enlace: esta dirección pidió que nunca le escribamos, o devolvió nuestros mensajes. Escriba a quien lleva este sitio; su dirección está en la página sobre privacidad.",
      "own-link": "Ya tiene un enlace propio.",
      "forget-link": "El enlace está olvidado. Sigue llevando a la campaña y ya no cuenta a nadie.",
    },
    errorHeading: "No se ha guardado nada: hay algo que cambiar",
    erasedTitle: "Se ha borrado todo lo suyo",
    erasedText:
      "No queda ningún registro ni ningún mensaje guardado sobre usted. Un último mensaje, que lo dice, se entregó a su proveedor de correo.",
    erasedNoMail:
      "No queda ningún registro ni ningún mensaje guardado sobre usted. No se pudo enviar un último mensaje que lo dijera.",
    goneTitle: "Aquí no se guarda nada",
    goneText: "El enlace está incompleto, o se borró todo lo suyo.",
    expiredTitle: "Este enlace ha caducado",
    expiredText:
      "Los enlaces a esta página sirven durante siete días. Podemos enviar uno nuevo a la misma dirección.",
  },
} satisfies Translation<Words["personal"]>;
