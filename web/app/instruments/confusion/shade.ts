/** Ink on the paper of a cell that holds its whole row: numbers stay readable on it, day and night. */
export const darkest = 0.34;
