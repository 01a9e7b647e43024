// What a person reads at a field for a code, and while the camera is on. What is said when it cannot be used is in scanner.ts.

export const scanning = {
  scan: 'Scan with the camera',
  stop: 'Stop the camera',
  read: (code: string): string => `Read: ${code}`,
  inUse: 'Another app is using the camera, or it has stopped. Close the other app and try again, or type the code.',
  tryAgain: 'Try again',
  lightOn: 'Turn the light on',
  lightOff: 'Turn the light off',
  camera: 'Camera',
  cameraNumber: (number: number): string => `Camera ${number}`,
};
