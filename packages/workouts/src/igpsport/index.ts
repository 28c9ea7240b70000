export { type CompiledCourse, compileCourse } from './compile.ts';
export {
  IGP_LIMITS,
  type IgpCourse,
  type IgpNode,
  type IgpRepetition,
  type IgpStep,
  type IgpTarget,
} from './course.ts';
export { readCourse } from './read.ts';
