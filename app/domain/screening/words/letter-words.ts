/**
 * Word classes of honest letters, in English and Spanish, without accents: whom they are about, what they ask
 * for and what they would do. Weights are learned for these too.
 */
export const letterClasses: Record<string, string> = {
  AUTHORITIES: `agent agents officer officers guard guards ice cbp dhs border patrol migra immigration soldier
    soldiers sheriff deputies deputy cops police warden government administration president trump taliban
    regime junta nazis gestapo smugglers traffickers gangs gang cartel cartels proud boys militia agente
    agentes oficial oficiales guardia guardias migra inmigracion soldado soldados policia policias alguacil
    gobierno regimen pandilla pandillas pandilleros mara maras coyote coyotes cartel carteles militares
    enmascarados uniformados celador`,
  SUFFERED: `taken took dragged beaten beat shot killed died dead detained arrested deported handcuffed
    shackled chained threatened raped assaulted kidnapped tortured hanged murdered separated tackled slammed
    pepper sprayed zip-tied knelt pulled llevaron llevo detuvieron detenido detenida detenidos arrestaron
    deportaron deportado deportada deportado golpearon golpeado golpeada mataron mato murio murieron
    asesinaron asesinado dispararon amenazaron violaron violo secuestraron torturaron ahorco ahogo separaron
    arrastraron esposaron encadenada encadenaron tiraron pusieron quebraron rompieron tumbaron agarraron`,
  MINEFOLK: `neighbor neighbors cousin cousins uncle aunt tio tia nephew niece grandmother grandma grandfather
    grandpa abuela abuelo mother father mom dad brother sister wife husband friend friends coworker student
    students patient patients parishioner congregation client clients employee classmate boyfriend girlfriend
    fiance vecino vecina vecinos primo prima primos tio tia sobrino sobrina abuela abuelo abuelita mama papa
    madre padre hermano hermana esposa esposo marido mujer amigo amiga amigos companero companera alumno
    alumna alumnos paciente pacientes cunado suegra suegro compadre comadre cliente clientes`,
  COURTROOM: `court courts sue sued suing lawsuit lawsuits judge judges jury juries attorney attorneys counsel
    lawyer lawyers subpoena subpoenas complaint deposition filing filings file filed discovery regulator
    regulators sec ftc gdpr congress senate senator law legal legally prosecute prosecuted prosecution
    indictment trial testimony testify plaintiffs statute injunction audit audited auditors investigation
    inspector hearing served damages liability ruling corte tribunal tribunales juez jueza jurado demanda
    demandas demandar demandamos demandantes abogado abogada abogados citatorio denuncia querella audiencia
    ley leyes legal legales fiscal fiscalia juicio regulador reguladores auditoria auditen congreso senador
    senadora proceso declarar testigo amparo mocion`,
  OWNERSHIP: `shareholder shareholders stockholder stockholders investor investors vote votes voted voting
    proxy proxies resolution resolutions meeting meetings annual board directors dividend dividends pension
    fund funds fiduciary trustee trustees stock stocks share shares divest divests divested divestment
    portfolio quarter quarterly earnings revenue valuation ballot ballots agenda motion governance filing
    custodian broker accionista accionistas inversionista inversionistas voto votos votar voten votacion
    asamblea junta juntas resolucion consejo consejeros dividendo pension fondo fondos accion acciones
    desinvertir desinversion cartera trimestre ganancias ingresos boleta urna orden poder gobernanza
    fiduciario`,
  CUSTOM: `customer customers license licenses cancel cancels cancelled canceled cancelling subscription
    subscriptions switch switched switching vendor vendors renew renews renewed renewal product products
    account accounts office windows xbox surface teams outlook excel azure linux google laptop laptops
    computer computers download buy bought sell sold pay price invoice invoices migrate migration seats users
    purchase purchasing agreement terms cliente clientes licencia licencias cancelar cancelen cancelo
    cancelamos cancelado suscripcion suscripciones cambiar cambio cambiamos proveedor proveedores renovar
    renueven renuevan renovacion producto productos cuenta cuentas computadora computadoras comprar compro
    compre vender usuarios factura facturas migrar nube convenio`,
  CAMPAIGNING: `petition petitions signature signatures sign signed march marched marching marches vigil
    vigils candle candles boycott boycotts picket pickets picketing strike strikes protest protests protesting
    protesters leaflet leaflets leafleting song songs sing singing drum drums union unions rally rallies
    organize organizing campaign campaigns postcard postcards letter letters write writing wrote written calls
    email emails inbox phones peaceful peacefully nonviolent sidewalk banner banners sign chant pledge
    peticion peticiones firma firmas firmar firme marcha marchas marchar vigilia vigilias vela velas boicot
    huelga huelgas protesta protestas protestar volantes cantar canto cantando tambor tambores sindicato
    manifestacion organizar campana campanas postal postales carta cartas escribir escribo escribimos correo
    correos pacifica pacificamente pancarta pancartas plantada plantadas banqueta consigna`,
  FAITH: `pray prays prayed praying prayer prayers god lord jesus christ church parish bishop priest pastor
    rabbi imam mosque synagogue temple scripture bible gospel psalm mass deacon nun sin sinner mercy forgive
    forgiveness soul souls faith bless blessed blessing conscience quaker buddhist heaven holy commandment
    exodus matthew leviticus rezo rezar rezamos reza oracion oraciones dios senor jesus cristo iglesia
    parroquia obispo sacerdote padre pastor rabino iman mezquita sinagoga biblia evangelio salmo misa monja
    pecado pecador misericordia perdon perdone perdonar alma almas fe bendiga bendicion conciencia cielo santo
    virgen exodo mateo`,
  COURTESY: `please thank thanks thanked sincerely regards respectfully dear appreciate appreciated kindly
    grateful hello hi greetings sorry respect hope request ask asking urge consider reconsider share attention
    reply response answer invite welcome favor gracias atentamente saludo saludos respetuosamente respeto
    estimado estimada estimados estimadas querido querida queridos agradezco agradecido agradecida hola buenas
    buenos pido pedimos ruego suplico solicito solicitamos consideren reconsideren atencion respuesta invito
    bienvenidos disculpen cordial cordialmente`,
  CALLING: `nurse doctor teacher veteran lawyer chef firefighter surgeon chaplain engineer developer
    electrician plumber farmer librarian janitor waitress mechanic carpenter accountant student retired
    retiree pastor programmer therapist counselor professor driver baker butcher dispatcher cop paramedic
    pharmacist social worker foreman welder trucker enfermera enfermero doctor doctora maestra maestro
    veterano veterana cocinero cocinera bombero cirujana cirujano ingeniero ingeniera electricista plomero
    campesino campesina bibliotecaria conserje mesera mesero mecanico carpintero contador contadora estudiante
    jubilado jubilada retirado retirada profesor profesora chofer panadero panadera carnicero traductora
    interprete psicologa albanil jardinero trabajadora`,
  FEELING: `angry anger furious ashamed shame disgusted disgust sad sadness heartbroken heartbreaking afraid
    scared fear tired exhausted sick upset outraged outrage livid disappointed disappointing horrified grief
    grieving cry cried crying weep tears rage frustrated appalled shocked worried love loved loves proud hope
    hopeful miss enojado enojada enojo furioso furiosa vergüenza verguenza avergonzado avergonzada asco triste
    tristeza dolor duele miedo cansado cansada harta harto indignado indignada indignacion coraje rabia lloro
    llorar llore lagrimas decepcion decepcionado decepcionada horror luto preocupa amor quiero orgullo
    orgulloso orgullosa esperanza extrano`,
  ACCOUNT: `headline headlines article articles report reports reported video videos footage complaint alleges
    alleged according autopsy examiner documents document records investigation reporter journalist post
    posted news newspaper times guardian study deposition transcript affidavit witness witnesses testified
    page film documentary quote quoted titular articulo reporte reportaje informe video videos grabacion
    grabaciones segun autopsia documentos documento expediente investigacion periodista periodico noticia
    noticias estudio declaracion testigo testigos pagina pelicula documental cita`,
  HISTORY: `hitler holocaust auschwitz camps camp gestapo nuremberg slavery slave slaves lynching lynchings
    1933 1938 1942 1944 1945 ibm punch cards census trains railway railways dictatorship argentina chile
    pinochet franco apartheid minidoka internment history historical grandmother ancestors genocide rwanda
    vietnam war ghetto kristallnacht holocausto campos campo esclavitud esclavos censo trenes dictadura franco
    pinochet videla desaparecidos historia historico antepasados genocidio ruanda guerra exilio golpe`,
  PASTIME: `game games xbox halo minecraft movie film novel zombie zombies aliens player players level
    controller console playstation fortnite steam season episode book story character villain hero creeper
    sword juego juegos videojuego pelicula novela zombi zombis jugador jugar juego nivel consola libro cuento
    personaje villano heroe serie partida`,
  MATTER: `contract contracts deal deals policy policies agreement agreements partnership program programs
    project statement clause renewal version feature features idea reputation brand image values value
    credibility trust promise promises principles contrato contratos trato tratos politica politicas acuerdo
    acuerdos convenio convenios programa programas proyecto comunicado clausula renovacion version funcion
    idea reputacion marca imagen valores credibilidad confianza promesa promesas principios`,
};
