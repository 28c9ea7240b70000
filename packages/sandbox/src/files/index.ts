export { OTHER_METER, otherRecorderFile } from './other-recorder.ts';
export { readUpload, type UploadedRecording } from './read.ts';
export { activityFile } from './write.ts';
