// What a person reads while the camera looks for a code.

export const scanner = {
  starting: 'Starting the camera',
  aim: 'Hold the code inside the frame.',
  picture: 'Picture of the camera',
  noCamera: 'No camera can be used here. Type the code instead.',
  refused: 'The camera is not allowed for Wayside. Allow it in the browser’s settings, or type the code instead.',
  cannotDecode: 'The part that reads codes is not on this device yet. It arrives with the next network; type the code instead.',
} as const;
