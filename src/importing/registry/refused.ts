/** That a record cannot be made an entry, and why. */
export class RefusedRecord extends Error {}

/**
 * What stands in a file as a record and is none, such as a study that the registry withholds: no fault of the
 * file.
 */
export class NoStudy extends Error {}
