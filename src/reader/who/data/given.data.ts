import type { Gender } from '../entity.ts';

/**
 * First names that in the news are nearly always a man's, or a woman's. A name that is both somewhere (Andrea, Jean, Kim, Alex, Nikita) is not here:
 * it tells nothing. Written from common knowledge; a non-programmer may add to it.
 */
const MALE = `aaron abdul abdullah adam adrian ahmed ahmad alan albert alberto alejandro aleksandr aleksander alexander alexandre alfred alfredo ali andreas andres
  andrew andrey andrei angus ansel anders anthony antoine anton antonio antonis arjun armando arnold arthur arturo arvid asif axel barack benjamin bernard bernardo bernd
  bilal bill björn bjorn bob boris brendan brian bruce bruno carl carlos cesar charles christian christopher claude claudio clemens clement colin craig cristiano
  damian daniel darren dave david dennis derek detlef dick dieter dietmar dirk dmitri dmitry dominic donald doug douglas eamon eduardo edward edgar edwin elias emil
  emilio emmanuel enrico enrique eric erik ernst ernesto esteban ethan eugene evan fabio felipe felix ferdinand fernando fidel florian francesco francisco francois frank
  franz fred frederick frederik friedrich fritz gabriel gareth gary gavin geert geoff geoffrey george georg georgi gerald gerard gerhard gilbert giorgio giovanni giuseppe
  glenn gordon graham greg gregory guillermo gunnar gustav gustavo hakan hamid hans harald harold harry hasan hassan hector heinrich heinz helmut henri henrik henry
  herbert herman hermann holger horst howard hristo hubert hugh hugo hussein ian ibrahim igor ignacio imran isaac ismail ivan jack jacob jacques jaime jakob jakub james jamal
  jan-peter jared jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joaquim joaquin joe joel johan johann johannes john johnny jonas jonathan
  jorge jose josef joseph joshua juan juha julian julio jürgen jurgen justin kamil karel karim karl keith ken kenneth kevin khalid klaus konrad kurt kyle lars laurent
  lawrence leif leo leonard leonardo leonid leopold lev liam lloyd lorenzo louis luca luigi luis luiz lukas luke mahmoud manfred manuel marc marcel marcelo marcin marco
  marcos marcus mario mark markus martin marvin massimo mateus mathias matteo matthew matthias matti maurice mauricio max maximilian mehmet michael michel miguel mikael
  mike mikhail miles milos mohamed mohammad mohammed moritz moses moshe muhammad murat mustafa nathan neil nelson nicholas nicolas nicolás nigel niklas nikolai nikolaos
  nikos nils noah norman olaf oleg oliver olivier omar oscar oskar osman otto pablo paolo pascal patrick paul pavel pawel pedro peter petr philip philippe phillip
  pierre pieter piotr rafael raj rajesh ralf ralph ramon randy raúl raul ravi raymond reinhard rene ricardo richard rick rob robert roberto rodrigo roger roland rolf   ronald ronnie roy ruben rudolf rupert russell ruy sam samuel scott sean sebastian serge sergei sergey sergio shane simon stanislav stavros stefan stefano
  stephen steve steven stewart stig stuart sven tariq ted terrence terry theo theodore thomas thorsten tim timothy tobias todd tom tomas tomás tommy tony torsten travis trevor tyler
  uwe vadim vaclav viktor victor vincent vincenzo vladimir volker walter warren wayne werner wilhelm william willy wolfgang xavier yannis yusuf yuri yves zoltan
  phil dan ben matt nick ron ed hank lou mitch mitt newt pete ray rod russ stan stu vince walt zach josh jake jeb rudy trey wade clint
  chuck cory carlton norbert norm sheldon duncan hal herb jed kirk len les mort murray ned noel ollie reince roderick rory seth sid
  spencer stanley tad thad vernon wallace wes winston woody xi bashar recep narendra shinzo moqtada nouri abdel ariel binyamin ehud`;

const FEMALE = `abigail adriana agnes agnieszka aisha alba alejandra alexandra alice alicia alison amalia amanda amelia amina amy ana anastasia angela angelica angelina
  anika anita anja ann anna annabel anne anneliese annette annika antonia ariana astrid audrey ayesha barbara beata beatrice beatriz berta bettina betty birgit bianca   brenda bridget bridie brigitte camila camilla cara carla carmen carol carolina caroline carolyn catarina catherine cathy cecilia charlotte cheryl chiara chloe christina christine
  cindy clara clare claudia colette colleen constanze cordelia corinna cornelia cristina cynthia dagmar daniela danielle daphne deborah debbie delia denise diana diane   donatella donna dora doris dorothea dorothy edith eileen elaine eleanor elena eleni elin elisa elisabeth elise elizabeth ella ellen elsa elvira emilia emily emma erica erika
  ester esther eugenia eva evelyn fatima fatma fiona frances franziska frida friederike gabriela gabriele gabriella galina geraldine gertrud gillian gisela gloria   greta gretchen gudrun gwen hana hanna hannah hedda hedwig heidi heike helen helena helga henrietta hilda hilary hillary ida ilse ina inès ines inés inga ingeborg ingrid irena irene
  irina iris irma isabel isabella isabelle jacqueline jane janet janice jeanette jelena jennifer jenny jessica jill joan joanna johanna josefina josephine joyce juana
  judith julia juliana julie justine karen karin karolina katarina kate katerina katharina katherine kathleen kathryn kathy katja katrin katrina kayla kerstin kirsten
  klara kristen kristin kristina larissa laura lauren layla leila lena leonie leticia lidia lila lillian linda lisa lisbeth liselotte liv lorena lotte louise lucia lucía lucinda lucy ludmila
  luisa luise lydia madeleine madison magdalena maggie mairead maja malala manuela mara margaret margarita margarete margot marguerite maria maría mariam mariana marianne marie marina
  marion marissa marlene marta martha martina mary maryam mathilde maureen maya megan melanie melissa michelle mila milena miriam molly mona monica monika nadia nadine
  nancy naomi natalia natalie natasha nicole nina noor nora norma olga olivia pamela patricia patrizia paula paulina pauline penelope petra philippa pia pilar priscilla rachel
  raquel rebecca renate rhonda rita roberta rosa rosalie rosalind rosanna rosario rosemary roxana ruth sabine sabrina sally samantha sandra sara sarah selma serena sharon sheila
  shirley sigrid silke silvia simone siobhan siri sofie sonia sonja sophia sophie stefanie stella stephanie sunniva susan susanna susanne suzanne svetlana sylvia sylvie tamara tanja
  tanya tara tatiana tatjana teresa tess thea theresa therese tina tracy trude ulrike ursula ute valentina valeria valerie vanessa vera verena veronica veronika vesela viktoria
  violeta vivian wanda wendy wilhelmina yolanda yulia yvette yvonne zainab zara zoe zofia zuzana
  carly kellyanne dottie juanita ivanka melania tulsi nikki megyn condoleezza barb sue peggy patty liz beth becky connie tammy tracey
  michele gabby loretta susana huma abby phyllis mildred gail arlene darlene charlene wilma thelma edna gladys bernice maxine chelsea
  jeanne jeannie jodi joni kamala kirstjen lynne marcia mazie nydia sheryl tammie kaitlan savannah gayle norah judy soledad aung sanna
  jacinda christiane dilma`;

const rows = (words: string, gender: Gender): (readonly [string, Gender])[] => words.split(/\s+/).map((word) => [word, gender]);

/** The gender that a first name shows, lower-cased. */
export const GIVEN: ReadonlyMap<string, Gender> = new Map([...rows(MALE, 'male'), ...rows(FEMALE, 'female')]);
