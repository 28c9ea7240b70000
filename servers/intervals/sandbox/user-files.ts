const tempo = `<workout_file>
  <name>Tempo</name>
  <sportType>bike</sportType>
  <workout>
    <Warmup Duration="600" PowerLow="0.50" PowerHigh="0.75"/>
    <SteadyState Duration="1800" Power="0.85"/>
    <Cooldown Duration="300" PowerLow="0.60" PowerHigh="0.40"/>
  </workout>
</workout_file>
`;

/** What the user of the sandbox has put into the files folder, by name. */
export function userFiles(): Readonly<Record<string, Uint8Array>> {
  return { 'tempo.zwo': new TextEncoder().encode(tempo) };
}
