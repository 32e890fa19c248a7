/** Words that a sentence is built with: the filter knows these as themselves, every other word by its form. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every no another other such its his her their our my your
  of in on at by for from to into onto with within without about around over under after before since until till during between among through throughout against as than like per up down out off near
  and or but nor if when while where whether because so though although
  he she it they we you i who which what there here
  is are was were be been being am has have had do does did will would shall should can could may might must not n't t s
  more most less least only just even also very too almost nearly already still yet now then ago later earlier early late next last first second old long once again ever never
  said says told mr mrs ms dr`.split(/\s+/),
);
