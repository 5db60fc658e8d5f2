/**
 * What can be chosen for a comparison: every arm of the base with what it is given and in whom.
 * `/sheets/arms.json` holds it, so that the browser can answer at once how many arms a choice leaves.
 */
export interface Catalogue {
  therapies: ChoosableTherapy[];
  classes: Named[];
  targets: Named[];
  /** Settings, in the order of the vocabulary. */
  settings: Named[];
  ages: (Named & { /** The wider age groups that hold it, the narrowest first. */ within: string[] })[];
  arms: ChoosableArm[];
}

export interface Named {
  id: string;
  label: string;
  /** Other names by which it is found. */
  also: string[];
}

export interface ChoosableTherapy extends Named {
  class: string;
  targets: string[];
}

export interface ChoosableArm {
  /** `trial.arm` */
  key: string;
  trial: string;
  trialName: string;
  /** As tables call it: the trial, and the arm where the trial has several. */
  name: string;
  role: string;
  /** Ids of the therapies that are its treatment. */
  given: string[];
  setting: string;
  age: string;
}
