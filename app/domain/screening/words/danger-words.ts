/**
 * Classes of danger words that no rule names, in English and Spanish, without accents. Weights
 * (`sentence-features.ts`) are learned for classes as well as words, so that a word missing from the training
 * texts still counts.
 */
export const dangerClasses: Record<string, string> = {
  SHOT: `gun guns gunman rifle rifles shotgun shotguns pistol pistols glock revolver ar ar15 ar-15 ak ak47 uzi
    carbine firearm firearms handgun handguns kalashnikov remington winchester derringer musket crossbow arrow
    ammo ammunition bullet bullets round rounds magazine mag clip scope crosshairs crosshair sniper snipers
    snipe caliber 9mm 308 trigger barrel muzzle silencer holster loaded reload load locked armed arm strapped
    strap glizzy switch blick heater gat shells buckshot lead slug slugs casing casings shoot shoots shooter
    shooters shooting shot gunshot gunfire gunpoint aim aimed aiming marksman popped pistola pistolas rifle
    rifles escopeta escopetas fusil fusiles revolver cuerno metralleta subametralladora ametralladora carabina
    ballesta calibre cargador cargada cargado bala balas balazo balazos plomo plomazo tiro tiros disparo
    disparos disparar disparen dispare gatillo mira mirilla francotirador punteria apuntar apunto apuntando
    cuete fierro fierros tartamuda rafaga rafagas cartucho cartuchos canon pistolero pistoleros parque
    encanonar encanonado`,
  BLADE: `knife knives knifed blade blades machete machetes axe axes ax hatchet scythe sickle dagger razor
    scalpel sword swords shank shiv icepick pick scissors boxcutter cutter saw chainsaw cleaver pitchfork
    pitchforks spear stab stabs stabbed stabbing slash slashed slashing slice carve carving gut gutted cut
    cutting slit throat throats behead beheaded sharpen sharpened sharpening cuchillo cuchillos cuchillada
    navaja navajas navajazo machete machetes machetazo machetazos hacha hachas hachazo hachazos punal
    punaladas punalada picahielo picahielos tijeras cutter filo filoso serrucho motosierra sierra espada lanza
    hoz guadana apunalar apunalen tajo tajos degollar deguello rajar rajo cortar corto cortarte cortarle
    degollan deguella pescuezo pescuezos gargantas garganta`,
  BLUNT: `bat bats baseball crowbar crowbars hammer hammers sledgehammer pipe pipes wrench brick bricks rock
    rocks stone stones club clubs cudgel bottle bottles fist fists knuckles knuckle boots pliers iron plank
    paddle belt whip whips shovel shovels spade mallet batter bludgeon bate bates batazo batazos tubo tubos
    tubazo martillo martillos martillazo martillazos mazo ladrillo ladrillos ladrillazo piedra piedras pedrada
    pedradas palo palos palazo garrote garrotazo puno punos varilla varillazo barreta llave botella botellazo
    cadena cadenas cinturon latigo pala palas pinzas tabla tablazo tranca trancazo trancazos reglazo`,
  FLAME: `gasoline gas petrol kerosene diesel molotov molotovs match matches matchbox lighter lighters flame
    flames fire fires burn burns burned burnt burning torch torches torched torching arson arsonist arsonists
    spark sparks blaze ablaze ignite ignites inferno bonfire ash ashes cinder cinders crisp rag rags jerrycan
    flammable incinerate fryer lit light smoke smoking scorch scorched roast roasted toast kindling gasolina
    nafta petroleo queroseno cerillo cerillos fosforo fosforos encendedor mechero mecha fuego fuegos llama
    llamas lumbre candela incendio incendiar incendiar incendien incendie quemar quemen quemo quemare queme
    quemarle quemarlos quemado quemada quemados arda arde arder ardan ardera ardiendo antorcha antorchas
    ceniza cenizas hoguera chispa brasas tizon tizones prender prendan prendo prenderle prendele prendemos
    achicharrar chamuscar humo trapo trapos bidon galon`,
  BLAST: `bomb bombs bombed bombing bomber explosive explosives dynamite c4 semtex tnt thermite fertilizer
    ammonium nitrate fuse detonate detonates detonator blow blows blown boom kaboom blast explode explodes
    exploding explosion device devices grenade grenades ied timer wired rigged planted tick tock crater rubble
    drone drones timed ticking bomba bombas bombazo explosivo explosivos dinamita detonador detonar mecha
    estallar estalla estalle estallido reventar revienta revientan reviente truene truena tronar volar vuele
    explotar explota explote explosion granada granadas artefacto cronometro petardo petardos coheton
    escombros bum pum cablecito temporizador amonio nitrato dron drones`,
  TOXIN: `poison poisoned poisoning poisonous arsenic ricin antifreeze cyanide fentanyl anthrax bleach lye
    acid chlorine strychnine sarin mercury polonium powder venom potassium syringe syringes needle laced lace
    dissolve dissolves tamper tampered contaminate contaminated sickening taster laxative peanuts glass veneno
    venenos envenenar envenene envenenado envenenada arsenico cianuro ricina antrax fentanilo cloro sosa acido
    lejia polvo polvito jeringa jeringazo inyeccion vidrio molido anticongelante matarratas raticida toxico`,
  CAPTURE: `kidnap kidnapped kidnapping hostage hostages abduct abducted abduct ransom zip ties tape trunk
    hood gag gagged tied tie blindfold cage caged basement cellar snatch snatched grab grabbed shed bag bags
    captive torture tortured drag dragged lock locked disappear disappears vanish vanishes missing secuestrar
    secuestro secuestren secuestrado rehen rehenes rescate levantar levanton levantarte levantarlo levantamos
    encajuelar encajuelo cinta amarrar amarrado amarrados amarrada mecate reata capucha cajuela sotano venda
    vendado mordaza desaparecer desaparece desaparecen desaparecido desaparezca desaparezcan tortura torturar
    calentada bolsa bolsas tambo costal encobijar encobijado plagiar plagio`,
  GALLOWS: `rope ropes noose nooses gallows hang hangs hanged hanging hung string strung lamppost lampposts
    tree trees guillotine guillotines squad wall walls pike pikes spike spikes scaffold stake stakes lynch
    lynched execute executed execution executions executioner executioners sentence sentenced firing mob
    tribunal tumbril tumbrel crucify crucified wire beam beams flagpole flagpoles pitchfork tar feathers
    stocks horca soga sogas cuerda poste postes arbol rama paredon pared muro guillotina peloton fusilar
    fusilen fusilarlos fusilamiento colgar cuelguen colgarlos colgados colgado colguen ahorcar ahorquen
    ahorcarlos ahorcado linchar linchen linchenlos lincharlos ejecutar ejecuten ejecucion verdugo verdugos
    sentencia sentenciado sentenciados condenado condenados patibulo ajusticiar pica picas estaca hoguera
    viga`,
  UNDERWORLD: `hitman hitmen assassin assassins sicario sicarios cartel cartels mafia mob mobster mobsters
    gang gangster gangsters biker bikers albanians sinaloa sicilian sicily yakuza triad triads bounty reward
    contract hit hired hire pays paid cash goons enforcer enforcers snitch snitches stitches ditch ditches
    concrete shoes cousins uncle sicarios mafia pandilla pandillas clica malandros malandro malandrines narco
    narcos pesados patron culiacan sinaloa michoacan jale recompensa plaza piso dedo soplon soplones sapo
    sapos rata tambos fosa lana encargo encargar parceros parce combo oficina plata clika compadres matones
    maton`,
  STALK: `watch watched watches watching follow followed follows following track tracked tracking stalk
    stalked stalking photographed photo photos photograph photographs picture pictures pic pics seen saw see
    spotted know knows knew found find finding map mapped binoculars outside lurking lurk camera cameras
    waiting wait waited looked looking look learned memorized noticed noted counted behind near close visit
    visited visiting standing stood sat sitting parked peek shadow shadows trailing trail tailing tail
    surveillance recon scouted studied studying vigilar vigilamos vigilo vigilando sigo seguimos seguir
    siguiendo segui rastrear foto fotos fotografias conozco conocemos se sabemos ubicado ubicados ubique
    encontre encontrar encuentro mirando observando observo espiar esperando espero esperamos afuera detras
    cerca parado sentado visitar visita visitarte aprendi memorice conte vi vimos veo vemos camaras ventana
    averigue averiguamos investigue`,
  ROUTINE: `route routes routine schedule commute commutes commuting jog jogs jogging run runs walk walks
    walking bike bikes biking bikes cycle cycling gym yoga practice shift shifts drives drive driving train
    trains bus ferry shuttle shuttles coffee lunch dinner garage parking lot lots driveway spot deck level
    evenings mornings nights night morning evening alone dark late early corner corners alley crosswalk curb
    elevator stairs stairwell every tuesdays thursdays wednesdays mondays fridays tuesday thursday dusk dawn
    noon midnight ruta rutina horario camina caminas corre corres maneja manejas sale sales salida saliendo
    llega llegas entras entra regresa regresas estaciona estacionas estacionamiento cochera cajon gimnasio
    clases camion metro parada noche madrugada manana tarde sola solo oscuro oscura callejon esquina elevador
    escalera escaleras diario siempre turno anochecer`,
  DWELLING: `house houses home homes porch driveway bedroom bedrooms window windows curtains curtain blinds
    gate gates fence backyard yard lawn door doors doorstep lock locks latch latches unlocked alarm mailbox
    address addresses street neighborhood apartment apartments condo balcony pool roof roofs chimney kitchen
    crib cribs couch bed beds cabin cottage dock boat yacht lamp garden slot flat townhouse casa casas casita
    domicilio hogar porton puerta puertas ventana ventanas cortina cortinas cochera patio jardin alberca
    piscina techo azotea balcon recamara cuarto cama cerradura candado alarma buzon direccion calle colonia
    barrio depa departamento piso edificio timbre reja barda cerca chapa cabana quinta`,
  CHILDHOOD: `school schools preschool daycare kindergarten playground practice soccer ballet teacher grade
    classroom nanny babysitter sitter swing swings swingset stroller crosswalk recess backpack toddler
    toddlers baby babies newborn twins twin kid kids child children son sons daughter daughters boy boys girl
    girls little grandson granddaughter grandkids teenager escuela escuelas colegio kinder guarderia jardin
    recreo futbol ballet maestra salon ninera nana columpio carriola mochila bebe gemelos mellizos gemelo nino
    ninos nina ninas hijo hijos hija hijas hijita hijito chamaco chamacos nieto nietos nieta crios crio
    critura criaturas chiquitos chiquita nene nena`,
  BURIAL: `coffin coffins casket caskets pine grave graves graveyard plot tombstone gravestone headstone
    obituary obituaries testament widow widows widower orphan orphans hearse undertaker morgue bodybag funeral
    funerals eulogy burial bury buried cemetery dental records autopsy corpse corpses cadaver dead death
    deaths deathbed dying die dies died killed maker reaper afterlife hell grieve mourners wreath embalm
    cremate cremated urn shroud ataud ataudes cajon caja tumba tumbas panteon cementerio lapida velorio
    velorios funeral entierro entierren enterrar enterrado morgue forense viuda viudas viudo huerfano
    huerfanos muerto muerta muertos muerte muertes morir moriran moriras moriran mueren muere muera mueran
    difunto difunta carroza luto pesame misa mortaja hoyo zanja zanjas fosa cuneta cadaver cadaveres
    testamento infierno parca calaca huesuda mortuorio cripta urna cal`,
  LASTING: `last final never wake breathe breathing breath breaths alive tomorrow tonight numbered counted
    hours minutes seconds clock tick tock countdown goodbye goodbyes farewell enjoy borrowed living expire
    remaining long ultimo ultima ultimos ultimas nunca despierta despiertas despertar respirar respira
    respiraciones vivo viva vivos vivas contados contadas horas minutos segundos reloj cuenta regresiva adios
    despidete despidanse despidiendo disfruta disfruten prestado amanece amanecer amanezca amanezcas llegas
    pasa pasan queda quedan falta faltan`,
  WARNING: `warning warned warn warns careful carefully watch beware mind caution heads better safe safety
    security guard guards bodyguard bodyguards vest vests helmet locks locking dare test bluffing bluff
    promise promised threat threatening threats shame pity terrible terribly awful accident accidents happen
    happens happened unfortunate unlucky slip slips slipped fall fell crash regret sorry consequences else
    cuidado cuidate cuidese cuidense cuidando andate andese andense advertencia advierto aviso avisado
    avisados avisada ojo aguas guardia guardias guardaespaldas seguridad chaleco casco lastima pena accidente
    accidentes pasar pase pasara pasarle pasarles suceder suceda resbale resbalar caiga caer promesa prometo
    juro jurado amenaza obliguen obligues hagan arrepentir consecuencias atente atenganse atengase`,
  PAYBACK: `revenge vengeance avenge avenged payback retaliation retribution reckoning debt owe owes owed eye
    tooth blood pay pays paid price judgment judgement punish punished punishment even score settle settled
    turn turns collect deserve deserves deserved learn lesson example teach taught answer comeuppance karma
    justice wrath smite reap reaps sow sows feel feels felt suffer suffers suffered suffering beg begs begging
    scream screams screaming cry crying venganza vengar vengo vengarme vengarnos cobrar cobro cobrarse
    cobramos deuda deber pagar pagan paguen pagaran paga pagas pagaras caro sangre ojo diente castigo castigar
    escarmiento leccion ejemplo merecen merece mereces justicia ira sufrir sufran sufra sufriras sufriran
    llorar llores lloren lloraran suplicar supliquen rogar gritar griten saldar cuentas desquite`,
  SABOTAGE: `hack hacked hacker hackers hacking wipe wiped wipes delete deleted deletes erase erased ddos
    malware virus ransomware leak leaked leaks leaking dump dumped credentials password passwords root access
    rack racks cooling cable cables fiber fibre transformer transformers substation grid brake brakes tire
    tires tyres bolt bolts sugar tank tanks sever severed flood flooded flooding sabotage sabotaged sabotaging
    smash smashed smashing trash trashed trashing vandalize loot key keyed slash slashed derail derailed doors
    glass windshield windshields window windows infiltrate infiltrated badge badges keycard keycards disable
    disabled unplug hackear hackeo borrar borro borre borren filtrar filtro filtramos filtracion claves
    contrasenas servidor servidores cable cables fibra transformador transformadores subestacion frenos freno
    llantas llanta tornillos azucar tanque sabotear saboteo sabotaje saboteen inundar inundo tumbar tumbo
    tumbarla romper rompan vidrio vidrios destrozar destrocen gafete gafetes tarjeta apagon infiltrado
    reventarles parabrisas rayar`,
  EXTORT: `ransom bitcoin crypto wire pay send deposit demand demands expose exposed release publish public
    dark web photos affair mistress secret secrets video videos blackmail otherwise unless deadline midnight
    bitcoin bitcoins rescate deposito depositen manden paguen publicar publico publicamos amante becaria
    secreto secretos fotos video videos chantaje exigimos exijo exigencia plazo`,
  SEXUAL: `rape rapes raped raping rapist gangrape grope groped molest molested fuck fucks fucking bend cock
    dick tits knees mouth panties naked nude strip sexy sweetheart pretty slut whore sodomize lick suck jog
    bitch bitches violar violarla violen violador violarte violacion violan manosear desnuda desnudo chupar
    mamar culo tetas verga pito guapa mamacita rica sabrosa puta putas nalgas coger cogerte follar`,
  SELFHARM: `myself suicide suicidal overdose pills pill jump wrists hang kys immolate yourself yourselves
    bridge ledge rope matarme mato suicidarme suicidio suicidate suicidense matate matense pastillas puente
    colgarme prenderme tirarme aventarme ahorcarme ahorcate venas cortarme tirate tirense aventarte aventate`,
  PRISON: `prison jail jails bars cell inmate convict parole murder attempted felony manslaughter convicted
    lifer murdered years penitentiary bail fbi cops jury police carcel prision preso presos reja rejas bote
    tambo cana penal anexo homicidio anos condena fianza`,
  SLANG: `smoke smoked smokin clap clapped clappin body bodied cap capped drop dropped opp opps slide slidin
    pull pullin pulling up strapped finna boutta imma ima finished stomp stompin crib hood fam homie homies
    boys squad goons catch hands beat deck decked jump jumped jumping fade run ya yo bruh no cap deadass fr
    frfr ngl tho bang bangin pop poppin lay lit switchin yall wey guey carnal compa compas plebes banda raza
    barrio madrear madriza putiza chingadazos tronar tronarle picar picarte plomear darle piso bajar bajarle
    bajarlo quebrar quebrarlo levanton cargo chingada parceros marica gonorrea causa pana panas`,
  INJURY: `break breaks broke broken breaking smash crack snap beat beats beaten beating punch punched punches
    kick kicked kicks stomp crush choke choked strangle strangling slap hit hits knock bruise limp wheelchair
    crutches stretcher stretchers ambulance ambulances hospital icu coma concussion teeth ribs jaw kneecap
    kneecaps legs bones nose cripple crippled maim maimed hurt hurts injure injured pain painful wound wounded
    bleed bleeds bleeding bloody disfigure disfigured unrecognizable pulp black blue romper rompo rompa rompan
    rompas quebrar quiebro quiebre quiebren partir parto parta partan partirle golpear golpe golpes golpiza
    paliza madriza tunda patada patadas pisotear aplastar estrangular ahorcar cachetada muletas camilla
    ambulancia hospital silla ruedas dientes costillas mandibula rodillas piernas huesos nariz hocico trompa
    lisiado herir herido heridos lastimar dolor sangrar sangren desfigurar desfiguro madrazo madrazos
    chingadazo moler molerte reventarte partirte tumbar tumbo calacas tullido`,
  GORE: `blood bloody brains brain guts entrails intestines bone bones throat throats skull skulls head heads
    eyes eyeballs tongue tongues scalp skin skinned pieces piece chunks splatter splattered limb limbs neck
    necks fingers finger hand hands teeth heart hearts liver decapitated dismember dismembered carcass meat
    slab gore drown drowned drowning choke sangre sangriento sesos tripas hueso huesos cuello cuellos craneo
    craneos cabeza cabezas ojos lengua lenguas piel pedazos pedacitos cachitos trozos dedos dedo mano manos
    entranas higado corazon nuca sien frente entrecejo cejas oreja orejas descuartizar desollar despellejar
    picadillo carne baba`,
  CRUSH: `truck trucks pickup suv bumper ram rams plow plows plough mow run hit van car cars mixer bulldozer
    f150 f-250 tractor steering wheel swerve pavement railroad tracks train cliff bridge roof stairs river
    lake ocean push pushed pushing shove shoved throw thrown toss tossed dump dumped drop dropped camion
    camioneta troca carro coche tractor atropellar atropelle atropello atropellen defensa estrellar estrello
    embestir vias tren barranca barranco puente azotea rio lago mar empujar empuje empujo aventar aventarlo
    tirar tiren lanzar arrojar`,
  WILDLIFE: `dog dogs pit bull bulls pigs hogs hog gators alligators wolves bears crows vultures worms fish
    sharks rats snakes feed fed fodder bait carcass perro perros pitbull cochinos puercos cerdos cocodrilos
    lobos zopilotes buitres gusanos peces tiburones ratas viboras carnada`,
  HUNTING: `hunt hunts hunted hunting hunter hunters prey season target targets targeted targeting range
    practice trophy trap traps trapped track scent pack sights deer open bait bag stalk cazar caza caceria
    cazador cazadores cazaremos presa presas temporada blanco blancos objetivo trampa rastro acecho acechar
    venado`,
  UPRISING: `revolution revolutionary uprising rebel rebels rise revolt militia militias patriots patriot
    comrades comrade brothers sisters resistance partisan partisans fighters army war combatant combatants
    enemy enemies traitors traitor collaborators collaborator tyrants tyrant storm revolucion levantamiento
    rebelion alzarse milicia patriotas companeros camaradas hermanos guerrilla guerrillero resistencia
    partisanos guerra combatiente combatientes enemigo enemigos traidores traidor colaboracionistas tiranos
    pueblo`,
  PRIVATE: `address addresses phone cell mobile landline number numbers plate plates license ssn dob gate code
    codes apartment apt unit lives live resides drives parks home personal private posted posting leaked share
    spread dox doxx doxxed swat swatted swatting text call ring dial reach directory list thread found lookup
    records whatsapp direccion domicilio telefono celular cel fijo numero placas placa matricula curp porton
    codigo departamento depa interior vive viven maneja estaciona casa personal privado privada difundan
    compartan pasen lista registro marquenle llamenle mandenle escribanle visitenlo visitenla caiganle`,
  DEGRADING: `vermin cockroach cockroaches roach roaches rat rats louse lice tick ticks flea fleas tapeworm
    tapeworms leech leeches parasite parasites slug slugs toad toads hyena hyenas vulture vultures jackal
    weasel weasels snake snakes worm worms maggot maggots goat goats mule donkey ass horse cur curs mutt mutts
    dog dogs monkey monkeys ape apes chimp baboon pig pigs swine hog sow cow cows rodent rodents insect
    insects beast beasts animal animals subhuman subhumans fungus mold mildew pus boil carbuncle dung manure
    feces turd turds sewer scum slime sludge filth trash garbage waste refuse bum bums tool twit twits git
    gits wanker wankers bellend simp simps bozo lickspittle prune witch hag crone harlot prostitute
    prostitutes whore freak freaks goblin gremlin ghoul ghouls troll ogre monster monsters demon demons devil
    devils senile drunk bald obese fat ugly hideous fatso greasy sweaty slimy stinking smelly disgusting
    revolting pathetic spineless gutless brainless braindead toothless inbred retard retarded moron morons
    idiot idiots imbecile imbeciles cretin halfwit halfwits nitwit dimwit dunce fool fools stupid dumb dumber
    dumbest imbecilic loser losers lowlife lowlifes degenerate degenerates pervert perverts pedophile
    sociopath psychopath eunuch cuck cucks incel bootlicker bootlickers bootlicking lackey lackeys puppet
    sellout judas nazi nazis gestapo hitler eichmann mental mentally ill deranged cucaracha cucarachas rata
    ratas piojo piojos garrapata garrapatas pulga chinche chinches lombriz lombrices sanguijuela sanguijuelas
    parasito parasitos babosa sapo hiena hienas buitre buitres chacal comadreja vibora viboras gusano gusanos
    burro burra asno mula caballo vaca vacas cerdo cerda cerdos puerco puerca puercos marrano marrana cochino
    cochina perro perra perros mono mona simio simios chango alimana alimanas bestia bestias animal animales
    hongo moho pus pustula estiercol excremento mierda cloaca letrina escoria basura bazofia desecho porqueria
    inmundicia bruja arpia zorra puta prostituta ramera adefesio esperpento mamarracho monstruo demonio
    demonios senil decrepito borracho pelon calvo obeso obesa gordo gorda feo fea horrible grasoso sudoroso
    asqueroso asquerosa repugnante patetico patetica retrasado retrasada retrasados imbecil imbeciles idiota
    idiotas cretino tarado tarada bruto bruta estupido estupida tonto tonta pendejo pendeja pendejos perdedor
    degenerado degenerada pervertido pederasta pedofilo psicopata sociopata eunuco lamebotas lambiscon
    lambiscones lamesuelas lacayo lacayos vendido vendida malinche malinchista judas nazi gestapo loca loco
    enfermo enferma mongolico subnormal`,
};
