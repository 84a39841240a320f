import type { Words } from "../index.ts";
import type { Translation } from "../translation.ts";

const conjunction = new Intl.ListFormat("es", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);

export default {
  inbox: {
    title: "Revise su correo",
    eyebrow: "Falta un paso",
    sent: {
      signature: "Gracias por firmar. Abra nuestro correo y confirme; entonces su firma cuenta.",
      pledge: "Gracias por su compromiso. Abra nuestro correo y confirme; entonces cuenta.",
      letter:
        "Gracias por escribir. Abra nuestro correo, lea su carta una vez más y confírmela. Entonces la enviamos.",
      resend:
        "Si esta dirección tiene algo que confirmar, nuestro correo está en camino o llegó en las últimas 24 horas.",
      unknown:
        "Si esta dirección tiene algo que confirmar, nuestro correo está en camino o llegó en las últimas 24 horas. Ábralo y confirme; entonces cuenta.",
    },
    delayed: {
      signature:
        "Gracias por firmar. Su firma está guardada. Nuestros correos se retrasan hoy: el suyo llega más tarde. Confirme allí; entonces cuenta.",
      pledge:
        "Gracias por su compromiso. Está guardado. Nuestros correos se retrasan hoy: el suyo llega más tarde. Confirme allí; entonces cuenta.",
      letter:
        "Gracias por escribir. Su carta está guardada. Nuestros correos se retrasan hoy: el suyo llega más tarde. Confirme allí; entonces la enviamos.",
      resend:
        "Nuestros correos se retrasan hoy. Si esta dirección tiene algo que confirmar, el correo llega más tarde.",
      unknown:
        "Lo que escribió está guardado. Nuestros correos se retrasan hoy: si esta dirección tiene algo que confirmar, el correo llega más tarde. Ábralo y confirme; entonces cuenta.",
    },
    to: "Para",
    from: "De",
    subject: "Asunto",
    open: (provider) => `Abrir ${provider}`,
    missing: "¿No ha llegado?",
    missingTomorrow: "¿Mañana no ha llegado?",
    junk: "Mire en el correo no deseado o pida que lo enviemos de nuevo.",
    stillMissing: "Sigue sin llegar",
    search: (sender) => `Busque ${sender} en su correo, también en la carpeta de correo no deseado.`,
    late: [
      "¿Llenó más de un formulario? Cada uno envía su propio correo. Abra el de lo que quiere confirmar.",
      "Si ya había firmado, o ya tenemos su carta, el correo lo dice. No hay nada más que hacer.",
      "Cada dirección recibe pocos correos al día. ¿Le falta confirmar un compromiso o una carta? Puede hacerlo en su página.",
      "No le enviamos nada si nos pidió no escribirle nunca, si nuestros correos rebotan o si la organización retiró una firma por falsa.",
    ],
    ownPage: "Abrir su página",
    slip: "Quizá la dirección tenga un error. Llene el formulario de nuevo; nada se cuenta dos veces:",
    signAgain: "firmar de nuevo",
    pledgeAgain: "decir de nuevo cómo votará",
    writeAgain: "escribir de nuevo",
    resendHeading: "Enviarlo de nuevo",
    resendHint: "La dirección que escribió.",
    resendButton: "Enviar el correo de nuevo",
    deadline: (days) =>
      `El enlace sirve ${days} días desde nuestro primer correo. Después borramos lo que escribió.`,
    resendError: "No se pudo enviar el correo de nuevo",
  },

  signed: {
    title: "La petición que firmó tiene un texto nuevo",
    was: "El texto que usted firmó",
    now: "El texto nuevo",
    decide: "Decida sobre su firma",
    move: "Firmar el texto nuevo",
    keep: "Dejarla con el texto que firmé",
    nothing: "Si no hace nada, se queda con el texto que firmó. Ahí se cuenta, aparte del texto nuevo.",
    withdraw: "Retirar mi firma",
    withdrawText: "Deja de contar para los dos textos y su nombre no se entrega a nadie.",
    withdrawButton: "Retirarla",
    answered: {
      kept: "Usted dejó su firma con el texto que firmó. Puede elegir de nuevo.",
      moved: "Su firma está bajo el texto nuevo. Puede elegir de nuevo.",
      withdrawn: "Su firma está retirada.",
    },
    done: {
      kept: "Su firma se queda donde está",
      moved: "Usted firmó el texto nuevo",
      withdrawn: "Su firma está retirada",
    },
    doneText: {
      kept: "Cuenta con el texto que firmó. No le preguntaremos más por este texto. Para elegir de nuevo, use el enlace del correo.",
      moved: "Desde ahora cuenta con el texto nuevo. Para elegir de nuevo, use el enlace del correo.",
      withdrawn: "Ya no cuenta. Si cambia de idea, puede firmar otra vez.",
    },
    toPage: "A la petición",
    toTexts: "Todos los textos de la petición",
    errorTitle: "No se cambió nada",
    unclear: "Elija uno de los botones",
    goneTitle: "Aquí no hay nada que decidir",
    gone: "El enlace está incompleto o es demasiado antiguo, su firma se retiró, o el texto cambió de nuevo. No se cambió nada.",
  },

  confirm: {
    title: "Confirme su firma",
    button: "Confirmar mi firma",
    version: (version, date) => `Texto, versión ${version}. Formulario del ${date}`,
    what: "Su firma se suma al recuento. Usted recibe un comprobante con un enlace para ver, cambiar o retirar su firma.",
    shown: {
      anonymous: "Su firma cuenta; su nombre no se muestra.",
      initials: "Sus iniciales y su país aparecen en la lista pública de quienes firmaron.",
      public: "Su nombre y su país aparecen en la lista pública de quienes firmaron.",
    },
    agreed: {
      updates: "Pidió novedades por correo electrónico.",
      noUpdates: "No pidió novedades.",
      deliver: (names) => `Su nombre va en la lista para ${listed(names)}.`,
      noDeliver: (names) =>
        `Su nombre no se entrega a ${names.join(" ni a ")}, que solo ${names.length > 1 ? "reciben" : "recibe"} el número de firmas.`,
    },
    newer: (date) => `Un formulario posterior, del ${date}, dice otra cosa.`,
    toNewer: "Verlo",
    emails: { term: "Nuestros correos", to: (address, language) => `a ${address}, en ${language}` },
    changed: {
      title: "Falta confirmar",
      parts: (names) =>
        `Estos datos cambiaron después de que usted abrió esta página: ${listed(names)}. Revíselos abajo y confirme.`,
      unknown: "Esta página no estaba actualizada. Revise los datos de abajo y confirme.",
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
        kind: "en qué calidad hizo el compromiso",
        manager: "la administradora del fondo",
        shares: "las acciones",
        holding: "cómo y desde cuándo se tienen las acciones",
        intention: "la intención de voto",
        willing: "qué más haría usted",
        comment: "el comentario",
        display: "cómo se muestra el nombre",
        deliver: "si el nombre se entrega a la empresa",
        replyTo: "si la empresa conoce la dirección",
        updates: "las novedades por correo electrónico",
        contact: "el contacto para presentar una propuesta con otros",
      },
    },
    notMe: "¿No fue usted?",
    notMeText:
      "Alguien escribió su dirección en el formulario. Cierre esta página: siete días después de nuestro correo se borra lo escrito y no cuenta. O bórrelo ahora y no reciba nunca más un correo nuestro.",
    neverButton: "Borrarlo y no escribirme nunca más",
    neverTitle: "Hecho. No volveremos a escribir a esta dirección",
    neverText:
      "Se borró lo que se escribió con su dirección, y no se contó. Para cumplirlo guardamos un código hecho con su dirección, del que no se puede deducir la dirección.",
    neverForm:
      "Se borró lo último que se escribió, y no se contó. Lo que confirmó antes se conserva. Retírelo con el enlace de su comprobante en los siete días siguientes, o escriba a la organización. Para cumplirlo guardamos un código hecho con su dirección, del que no se puede deducir la dirección.",
    neverWithdrawn:
      "Esta firma estaba confirmada. Ahora está retirada y ya no cuenta. Se conservan su nombre, su dirección y su comentario. Para borrarlos, escriba a la organización. Los enlaces de nuestros correos ya no abren su página. Para cumplirlo guardamos un código hecho con su dirección, del que no se puede deducir la dirección.",
    doneTitle: "Su firma ya está confirmada",
    doneText: "Cuenta una vez. No hay nada más que hacer.",
    withdrawnTitle: "Esta firma fue retirada",
    withdrawnText: "No cuenta. Si cambió de opinión, puede firmar de nuevo.",
    expiredTitle: "Este enlace venció",
    expiredText:
      "Las firmas sin confirmar se borran siete días después de nuestro correo. Firme de nuevo: se tarda medio minuto.",
    goneTitle: "Aquí no hay nada que confirmar",
    goneText:
      "El enlace está incompleto, o esos datos ya se borraron. Si lo abrió desde un correo, copie la dirección completa. Si no, firme de nuevo.",
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
          `Entonces puede votar en la junta anual de ${company}. Díganos cómo votará, y se lo recordamos a tiempo.`,
        button: "Confirmar cómo votaré",
      },
      letter: {
        heading: "Dígalo con sus propias palabras",
        text: (company) =>
          `Una carta suya a relaciones con inversionistas de ${company} pesa más que un nombre.`,
        button: "Escribir una carta",
      },
    },
    pledged: (shareholders) => `Con usted, ${shareholders} accionistas han dicho cómo votarán.`,
    written: (letters) => `La suya es una de ${letters} cartas.`,
    withoutShares: "¿No tiene acciones?",
    knownByEmail:
      "Durante 30 minutos, su enlace le dice al formulario quién es usted. Le enviamos de inmediato lo que se escriba allí, con un enlace para retirarlo.",
    expiredTitle: "Gracias por firmar",
    expiredText: "Su comprobante está en su correo.",
  },

  undo: {
    ask: {
      signature: {
        title: "¿Retirar su firma?",
        text: "Deja de contar, y su nombre no se entrega a nadie.",
        button: "Retirar mi firma",
      },
      pledge: {
        title: "¿Retirar su compromiso?",
        text: "Deja de contar, y no recibe recordatorios.",
        button: "Retirar mi compromiso",
      },
      letter: {
        title: "¿Retirar su carta?",
        text: "No la enviamos ni la mostramos en este sitio.",
        button: "Retirar mi carta",
      },
      change: {
        title: "¿Deshacer este cambio?",
        text: "Su compromiso vuelve a ser el de antes del cambio. Su nombre no se muestra más que ahora.",
        button: "Deshacer el cambio",
      },
    },
    nothing: {
      signature: "No queda ninguna firma que retirar",
      pledge: "Este compromiso se cambió o se retiró después",
      letter: "No queda ninguna carta que retirar",
    },
    done: {
      signature: "Su firma está retirada",
      pledge: "Su compromiso está retirado",
      letter: "Su carta está retirada",
      change: "Su compromiso está como antes",
    },
    doneChange:
      "Lo que aceptó con el cambio, o después, ya no vale. Lo que retiró con él sigue retirado. Los enlaces de nuestros correos anteriores ya no abren su página ni llenan formularios por usted. Para ver o cambiar su compromiso, pida un enlace nuevo.",
    doneText:
      "Lo demás que envió se conserva. También terminan las novedades que aceptó en ese formulario o después. Los enlaces de nuestros correos anteriores ya no abren su página ni llenan formularios por usted. Si cambia de idea, llene el formulario de nuevo.",
  },

  manage: {
    title: "Sus datos",
    askTitle: "Vea, cambie o borre sus datos",
    askText:
      "Escriba la dirección con la que firmó, dijo cómo votará o escribió. Si guardamos algo sobre ella, le enviamos un enlace a su página.",
    askButton: "Recibir el enlace",
    askError: "No se pudo enviar el enlace",
    askSentTitle: "Revise su correo",
    askSent:
      "Si guardamos algo sobre esta dirección, un enlace a su página está en camino o llegó en las últimas 24 horas. Sirve siete días.",
    askSentDelayed:
      "Su solicitud está guardada. Nuestros correos se retrasan hoy: si guardamos algo sobre esta dirección, un enlace a su página llega más tarde. Sirve siete días.",
    askSentMore: (links) =>
      `Enviamos como máximo ${links} enlaces al día a una dirección. Use el más reciente: para descargar o borrar todo, debe tener menos de un día.`,
    askNothing: (isLate) =>
      `¿No hay nada ${isLate ? "mañana" : "después de diez minutos"}? Mire en la carpeta de correo no deseado. No enviamos enlaces a direcciones que pidieron que nunca les escribamos o que devuelven nuestros correos.`,
    privateNote: "Cualquiera que tenga este enlace puede cambiar sus datos. No lo reenvíe.",
    kept: "Guardamos lo que confirmó mientras dura la campaña y normalmente 12 meses más. Lo que nunca confirmó se borra 7 días después de nuestro correo.",
    name: "Nombre",
    email: "Correo electrónico",
    emailFixed:
      "Para usar otra dirección, retire aquí lo que haya; después firme, diga cómo votará o escriba con la otra.",
    country: "País",
    postalCode: "Código postal",
    noneGiven: "no indicado",
    knownSince: "Desde",
    saveButton: "Guardar correcciones",
    correctHeading: "Corregir sus datos",
    signature: "Su firma",
    state: "Estado",
    states: {
      pending: "a la espera de que usted la confirme",
      confirmed: "contada",
      withdrawn: "retirada, no cuenta",
      invalidated: "apartada por la organización, no cuenta",
      imported: "importada de otra lista por la organización, se cuenta aparte",
    },
    petition: "Petición",
    petitionVersion: (version) => `versión ${version}`,
    signedOn: "Firmada",
    receipt: "Comprobante",
    comment: "Comentario",
    shownAs: "Se muestra como",
    hideHeading: "Cómo aparece",
    hideButton: "Ocultar mi nombre",
    hideText:
      "En un minuto quita sus iniciales o su nombre de este sitio y de su lista pública. Su firma se sigue contando.",
    consentsHeading: "Sus opciones",
    consentsButton: "Guardar opciones",
    withdrawHeading: "Retirar su firma",
    withdrawText: "El recuento baja en uno al momento. Su nombre no se entrega a nadie.",
    withdrawButton: "Retirar mi firma",
    exportHeading: "Descargar sus datos",
    exportText: "Un archivo JSON con todo lo que guardamos sobre usted.",
    exportButton: "Descargar mis datos",
    eraseHeading: "Borrarlo todo",
    eraseText:
      "Borra para siempre sus datos y nuestros correos para usted. Una firma confirmada sigue en el recuento sin su nombre; si no lo quiere, retírela antes. Su compromiso sale de todos los totales y no recibe recordatorios. Su carta sale de los envíos pendientes. Lo que ya se envió o entregó no puede recuperarse.",
    eraseCheck: "Entiendo que esto no se puede deshacer.",
    eraseCheckMissing: "Marque la casilla para borrarlo todo",
    eraseButton: "Borrar todos mis datos",
    fresh:
      "Para descargar o borrar todo, este enlace debe tener menos de un día. Podemos enviarle uno nuevo.",
    freshButton: "Recibir un enlace nuevo",
    mailsHeading: "Correos que enviamos o enviaremos",
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
      "already-pledged": "aviso de que ya había dicho cómo votará",
      "pledge-receipt": "comprobante de su compromiso",
      "pledge-reminder": "recordatorio de su compromiso",
      "meeting-result": "resultado de la junta",
      "confirm-letter": "solicitud de confirmación de su carta",
      "confirm-letter-reminder": "recordatorio para confirmar su carta",
      "already-written": "aviso del estado de su carta",
      "letter-receipt": "comprobante de su carta",
      "letter-held": "aviso de que la organización lee antes su carta",
      "letter-released": "aviso de que su carta se enviará",
      "letter-refused": "aviso de que su carta no se entrega",
      "letter-sent": "aviso de que su carta se envió",
      "letter-replied": "aviso de una respuesta",
    },
    mailStates: {
      queued: "espera su envío",
      claimed: "se está enviando",
      accepted: "se envió",
      delivered: "se entregó",
      delayed: "se retrasa",
      bounced: "devuelto",
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
      updates: "novedades por correo electrónico",
      deliver_to_company: "su nombre en la lista para la empresa",
      public_name: "mostrarse en este sitio",
      contact_cofile: "contacto para presentar una propuesta con otros",
      letter: "guardar su carta",
      deliver_letter: "entregar su carta con su nombre",
      reply_to: "la empresa puede responder a su dirección",
      pledge: "guardar y contar su compromiso",
    },
    savedDelayed: {
      "link-mailed":
        "Su solicitud está guardada. Nuestros correos se retrasan hoy: su enlace nuevo llega más tarde. Sirve siete días.",
      "link-has-one":
        "Ya pidió un enlace nuevo. Nuestros correos se retrasan hoy: llega más tarde. Use el más reciente de su correo.",
    },
    saved: {
      correct: "Se guardaron sus correcciones.",
      hide: "Su nombre ya no se muestra.",
      consent: "Se guardaron sus opciones.",
      withdraw: "Su firma está retirada y ya no cuenta.",
      "link-mailed": "Un enlace nuevo está en camino a su dirección. Sirve siete días.",
      "link-has-one":
        "Un enlace nuevo está en camino o llegó en las últimas 24 horas. Use el más reciente de su correo.",
      "link-suppressed":
        "No se envió ningún enlace: esta dirección pidió que nunca le escribamos, o devolvió nuestros correos. Escriba a la organización; su dirección está en la página de privacidad.",
      "own-link": "Ya tiene un enlace propio.",
      "forget-link": "El enlace está olvidado. Sigue llevando a la campaña, pero ya no cuenta a nadie.",
    },
    errorHeading: "No se guardó nada: hay algo que cambiar",
    erasedTitle: "Todos sus datos se borraron",
    erasedText:
      "Le enviamos un último correo para confirmarlo. Hasta entonces, una semana como máximo, guardamos su dirección cifrada.",
    goneTitle: "Aquí no guardamos nada",
    goneText: "El enlace está incompleto, o se borraron todos sus datos.",
    expiredTitle: "Este enlace venció",
    expiredText:
      "Los enlaces a esta página sirven siete días, o hasta que usted retira algo. Podemos enviar uno nuevo a la misma dirección.",
  },
} satisfies Translation<Words["personal"]>;
